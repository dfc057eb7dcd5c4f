import { lazily } from '../lazily';
import { actionsWhere, writes } from './select';

/** Actions that write, or change permissions, whether or not they can be bound to a resource. */
export const writingActions = lazily(() => actionsWhere(writes));
