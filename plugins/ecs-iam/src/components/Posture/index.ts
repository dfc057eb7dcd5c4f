export { Posture } from './Posture';
export { ScanStatus } from './ScanStatus';
export { totals } from './totals';
export { usersInWords } from './usersInWords';
