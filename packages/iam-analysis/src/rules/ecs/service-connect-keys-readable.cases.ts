import { allow, deny, held } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { serviceConnectKeysReadable } from './service-connect-keys-readable';

const READ = 'secretsmanager:GetSecretValue';
const SECRETS = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:';
const KEYS = 'arn:aws:secretsmanager:*:*:secret:ecs-sc!*';
const inUse = { serviceConnectTls: true };

export const cases: RuleCases<typeof serviceConnectKeysReadable> = {
  flagged: [
    {
      name: 'every secret of the account',
      given: { ...held([allow(READ)]), ...inUse },
      expect: [readable('*')],
    },
    {
      name: 'every secret of a region, in an execution role',
      given: { ...held([allow('secretsmanager:*', `${SECRETS}*`)]), ...inUse },
      context: { slot: 'execution' },
      expect: [readable(`${SECRETS}*`)],
    },
    {
      name: 'all that begin with a letter',
      given: { ...held([allow(READ, `${SECRETS}e*`)]), ...inUse },
      expect: [readable(`${SECRETS}e*`)],
    },
    {
      name: 'one of the keys',
      given: { ...held([allow(READ, `${SECRETS}ecs-sc!a1-Ab12Cd`)]), ...inUse },
      expect: [readable(`${SECRETS}ecs-sc!a1-Ab12Cd`)],
    },
    {
      name: 'all but the secrets of another team',
      given: { ...held([allow(READ, { not: `${SECRETS}hr/*` })]), ...inUse },
      expect: [readable(`${SECRETS}hr/*`)],
    },
    {
      name: 'that secrets are of the account is no bound',
      given: {
        ...held([
          allow(READ, '*', {
            StringEquals: { 'aws:ResourceAccount': '111122223333' },
          }),
        ]),
        ...inUse,
      },
      expect: [readable('*')],
    },
    {
      name: 'a Deny in another region leaves them readable',
      given: {
        ...held([
          allow(READ),
          deny(READ, 'arn:aws:secretsmanager:us-east-1:*:secret:ecs-sc!*'),
        ]),
        ...inUse,
      },
      expect: [readable('*')],
    },
    {
      name: 'a Deny of the keys: mitigated',
      given: { ...held([allow(READ), deny(READ, KEYS)]), ...inUse },
      expect: [{ ...readable('*'), mitigatedBy: 'deny' }],
    },
    {
      name: 'a condition on a tag that they do not have: mitigated',
      given: {
        ...held([
          allow(READ, '*', {
            StringEquals: { 'aws:ResourceTag/app': 'checkout' },
          }),
        ]),
        ...inUse,
      },
      expect: [{ ...readable('*'), mitigatedBy: 'condition' }],
    },
    {
      name: 'a boundary that knows the secrets of the shop alone: mitigated',
      given: {
        ...held([allow(READ)], [allow(READ, `${SECRETS}shop/*`)]),
        ...inUse,
      },
      expect: [{ ...readable('*'), mitigatedBy: 'boundary' }],
    },
  ],
  accepted: [
    {
      name: 'the secrets of the application',
      given: { ...held([allow(READ, `${SECRETS}shop/*`)]), ...inUse },
    },
    {
      name: 'a name that only ends like one of them could',
      given: {
        ...held([allow(READ, `${SECRETS}*-password-??????`)]),
        ...inUse,
      },
    },
    {
      name: 'secrets of another account',
      given: {
        ...held([
          allow(READ, 'arn:aws:secretsmanager:eu-west-1:444455556666:secret:*'),
        ]),
        ...inUse,
      },
    },
    {
      name: 'all but the keys',
      given: { ...held([allow(READ, { not: KEYS })]), ...inUse },
    },
    {
      name: 'descriptions of secrets',
      given: { ...held([allow('secretsmanager:DescribeSecret')]), ...inUse },
    },
    {
      name: 'no service of the account encrypts with Service Connect',
      given: { ...held([allow(READ)]), serviceConnectTls: false },
    },
    {
      name: 'administrator: `iam.admin-access` speaks of it',
      given: { ...held([allow('*')]), ...inUse },
    },
  ],
};

function readable(...resources: string[]) {
  return {
    message: 'readable',
    data: { resources },
    at: 'inline:app#/Statement/0',
  } as const;
}
