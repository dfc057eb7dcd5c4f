export { ServiceSection } from './ServiceSection';
export { Fixable } from './Fixable';
