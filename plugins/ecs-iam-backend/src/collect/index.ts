export { AwsCollector } from './AwsCollector';
export { EndpointAwsAccess } from './access/EndpointAwsAccess';
export { ManagerAwsAccess } from './access/ManagerAwsAccess';
