export { placeOf } from './placeOf';
export { viewOf } from './viewOf';
export { WarningList } from './WarningList';
export { Warnings } from './Warnings';
