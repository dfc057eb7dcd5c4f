import { roleSlots } from '../ecs/slots';

/** Every slot whose role its owner can change: AWS alone writes the policies of service-linked roles. */
export const ownSlots = roleSlots.filter(slot => slot !== 'service-linked');
