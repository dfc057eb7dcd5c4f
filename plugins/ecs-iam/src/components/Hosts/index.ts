export { HostPanel } from './HostPanel';
