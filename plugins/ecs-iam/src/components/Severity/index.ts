export { SeverityBadge } from './SeverityBadge';
export { SeverityIcon } from './SeverityIcon';
