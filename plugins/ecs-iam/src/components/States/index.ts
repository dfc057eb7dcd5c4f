export { EmptyNotice } from './EmptyNotice';
export { Failure } from './Failure';
export { Loading } from './Loading';
export { NoService } from './NoService';
