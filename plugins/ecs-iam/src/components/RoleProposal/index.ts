export { RoleProposal } from './RoleProposal';
