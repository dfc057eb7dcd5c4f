export { ShortArn } from './ShortArn';
