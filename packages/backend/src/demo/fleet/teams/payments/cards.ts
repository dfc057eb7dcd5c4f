import { joinParts } from '../../build/fleetPart';
import {
  logGroupArn,
  objectArn,
  repositoryArn,
  tableArn,
} from '../../build/names';
import { fargate } from '../../build/placements';
import { allow } from '../../build/policies';
import { besides, own } from '../../build/roleChoice';
import { service } from '../../build/service';
import { pciKey, pciSessions } from '../../hosts/pci';
import { pci } from '../../sites';

const guardDutyAgent = repositoryArn(
  { account: '694911143906', region: 'eu-west-1' },
  'aws-guardduty-agent-fargate',
);
const pull = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];

/** Two services of one cluster: one is told of all that the cluster demands, the other of nothing. */
export const cards = joinParts(
  service(pci, {
    name: 'card-tokens',
    team: 'payments',
    on: fargate(),
    desired: 3,
    executeCommand: true,
    secrets: { DATABASE_PASSWORD: 'payments/card-tokens/database' },
    keys: { 'payments/card-tokens/database': pciKey },
    execution: besides(allow(pull, guardDutyAgent)),
    task: own(
      allow('s3:GetBucketLocation', '*'),
      allow('s3:GetEncryptionConfiguration', `arn:aws:s3:::${pciSessions}`),
      allow('s3:PutObject', objectArn(pciSessions, '*')),
      allow('kms:Decrypt', pciKey),
    ),
  }),
  service(pci, {
    name: 'chargebacks',
    team: 'payments',
    on: fargate(),
    executeCommand: true,
    // The network condition belongs on the pull, not on the token.
    execution: own(
      allow(['ecr:GetAuthorizationToken', ...pull], '*', {
        StringEquals: { 'aws:SourceVpce': 'vpce-0de40000000000002' },
      }),
      allow(
        ['logs:CreateLogStream', 'logs:PutLogEvents'],
        logGroupArn(pci, '/ecs/chargebacks'),
      ),
    ),
    task: own(allow('dynamodb:Query', tableArn(pci, 'chargebacks'))),
  }),
);
