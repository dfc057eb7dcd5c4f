import { joinParts } from '../../build/fleetPart';
import { fargate } from '../../build/placements';
import { allow, awsManaged } from '../../build/policies';
import { named, own } from '../../build/roleChoice';
import { service } from '../../build/service';
import { sandbox } from '../../sites';
import { sharedExecutionRoleArn } from '../../sharedRoles';
import { publicImage } from './images';

/** Where everybody plays. */
export const sandboxServices = joinParts(
  // A public image without logs needs no execution role.
  service(sandbox, {
    name: 'hello',
    team: 'platform',
    on: fargate(),
    image: publicImage,
    desired: 1,
    logs: false,
    execution: null,
    task: null,
    tags: { environment: 'sandbox' },
  }),
  service(sandbox, {
    name: 'notebook',
    team: 'data',
    on: fargate(),
    desired: 1,
    task: {
      own: [],
      special: { attached: [awsManaged('AdministratorAccess')] },
    },
    tags: { environment: 'sandbox' },
  }),
  service(sandbox, {
    name: 'chat-bot',
    team: 'mobile',
    on: fargate(),
    desired: 1,
    secrets: { SLACK_TOKEN: 'sandbox/chat-bot/slack' },
    execution: named(sharedExecutionRoleArn(sandbox.account)),
    task: own(allow('bedrock:InvokeModel', '*')),
    tags: { environment: 'sandbox' },
  }),
);
