export { Posture } from './Posture';
export { ScanStatus } from './ScanStatus';
export { totals } from './totals';
