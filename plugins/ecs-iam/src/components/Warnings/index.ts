export { viewOf } from './viewOf';
export { WarningItem } from './WarningItem';
export { Warnings } from './Warnings';
