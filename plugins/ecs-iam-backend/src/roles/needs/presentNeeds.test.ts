import {
  executionPermissions,
  known,
  taskPermissions,
  unknown,
} from '@ecs-iam/iam-analysis';
import type {
  Known,
  NeedsInput,
  Role,
  RoleNeeds,
  RoleSlot,
  TaskDefinition,
} from '@ecs-iam/iam-analysis';
import {
  aCluster,
  aContainer,
  aRole,
  aRolePolicy,
  aService,
  aTaskDefinition,
  taskDefinitionArn,
} from '@ecs-iam/iam-analysis/testUtils';
import { slotNeedsSchema } from '@ecs-iam/plugin-ecs-iam-common';
import type { SlotNeeds } from '@ecs-iam/plugin-ecs-iam-common';
import type { NeedsOfUse } from '../../inventory/Inventory';
import { NeedsOfRoles } from '../../refresh/analysis/NeedsOfRoles';
import { presentNeeds } from './presentNeeds';

const secret = (name: string) =>
  `arn:aws:secretsmanager:eu-west-1:111122223333:secret:${name}-AbCdEf`;

const allow = (action: string, resource: string) => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
});
const reads = (name: string) =>
  allow('secretsmanager:GetSecretValue', secret(name));

const inline = (name: string, ...Statement: readonly object[]) =>
  aRolePolicy({
    name,
    document: known(JSON.stringify({ Version: '2012-10-17', Statement })),
  });

const inputOf = (
  definition: Partial<TaskDefinition>,
  enableExecuteCommand = false,
): NeedsInput => {
  const service = aService({ enableExecuteCommand });
  return {
    taskDefinition: aTaskDefinition({
      executionRoleArn: 'checkout-task',
      ...definition,
    }),
    home: service,
    compute: ['fargate'],
    service,
    cluster: known(aCluster()),
    secretKeys: new Map(
      ['db', 'mail', 'old'].map(name => [
        secret(name),
        { arn: secret(name), keyArn: null },
      ]),
    ),
    registry: known({
      accountId: '111122223333',
      region: 'eu-west-1',
      pullThroughCachePrefixes: [],
    }),
  };
};

const readerOf = (...valuesFrom: readonly string[]) =>
  executionPermissions(
    inputOf({
      containers: [
        aContainer({
          secrets: valuesFrom.map(valueFrom => ({ name: 'SECRET', valueFrom })),
        }),
      ],
    }),
  );

const DATABASE = { name: 'DATABASE', valueFrom: secret('db') };

type Use = Readonly<{
  slot: RoleSlot;
  service?: string;
  revision?: number;
  needs: RoleNeeds;
}>;

/** Presents a role that services use. */
async function present(
  role: Partial<Role>,
  uses: readonly Use[],
  options: Readonly<{
    otherSlots?: readonly RoleSlot[];
    /** What of the uses is not known. */
    unread?: Known<never>;
  }> = {},
) {
  const fact = aRole(role);
  const arnOf = ({ service = 'checkout' }: Use) =>
    aService({ name: service }).arn;
  const stored = uses.map(
    (use): NeedsOfUse => ({
      roleArn: fact.arn,
      slot: use.slot,
      serviceArn: arnOf(use),
      needs:
        options.unread ??
        known([
          {
            taskDefinitionArn: taskDefinitionArn(
              `${use.service ?? 'checkout'}:${use.revision ?? 7}`,
            ),
            needs: use.needs,
          },
        ]),
    }),
  );
  const slots = [
    ...uses.map(({ slot }) => slot),
    ...(options.otherSlots ?? []),
  ];
  return presentNeeds(
    { id: '1', fact, readAt: '2026-11-02T10:00:00.000Z', goneAt: null },
    {
      slots: new Map(
        slots.map(slot => [
          slot,
          { compute: ['fargate'], isRunning: true, imdsReached: false },
        ]),
      ),
      needs: await NeedsOfRoles.read({
        inventory: { needsOfRoles: async () => stored },
        coverage: { unscanned: null, missing: () => null },
        open: new Map(),
        roleArns: [fact.arn],
        slots,
      }),
      users: uses.map(use => ({
        serviceArn: arnOf(use),
        serviceName: use.service ?? 'checkout',
        clusterName: 'prod-eu',
        entityRefs: [],
      })),
    },
  );
}

/** The only slot of a role. */
async function slotOf(...args: Parameters<typeof present>): Promise<SlotNeeds> {
  const needs = await present(...args);
  const [slot] = needs.known ? needs.value : [];
  return slotNeedsSchema.parse(slot);
}

const changesOf = ({ proposal }: SlotNeeds) =>
  proposal?.diff.map(({ title, lines }) => [
    title,
    lines
      .filter(({ kind }) => kind !== 'same')
      .map(
        ({ kind, text }) => `${kind === 'added' ? '+' : '-'} ${text.trim()}`,
      ),
  ]);
const policyOf = ({ proposal }: SlotNeeds) =>
  proposal?.permissions && JSON.parse(proposal.permissions.json);

describe('needed against granted', () => {
  const execution = (...secrets: readonly string[]): Use => ({
    slot: 'execution',
    needs: readerOf(...secrets.map(secret)),
  });

  it('tells what is missing first, then what is held, each with all that causes it', async () => {
    const { permissions } = await slotOf(
      { policies: known([inline('app', reads('db'))]) },
      [
        execution('db'),
        { ...execution('db', 'mail'), service: 'orders', revision: 3 },
      ],
    );
    expect(
      permissions.map(({ state, missing, resources, breaks, places }) => ({
        state,
        missing,
        resources,
        breaks,
        places: places.map(({ document, statement }) => [document, statement]),
      })),
    ).toEqual([
      {
        state: 'missing',
        missing: ['secretsmanager:GetSecretValue'],
        resources: [secret('mail')],
        breaks: true,
        places: expect.any(Array),
      },
      {
        state: 'held',
        missing: [],
        resources: [secret('db')],
        breaks: true,
        places: [['inline:app', 0]],
      },
    ]);
    expect(permissions.map(({ because }) => because)).toEqual([
      [
        {
          field: 'containerDefinitions[0].secrets[1].valueFrom',
          serviceArn: aService({ name: 'orders' }).arn,
          serviceName: 'orders',
          revision: 'orders:3',
        },
      ],
      [
        {
          field: 'containerDefinitions[0].secrets[0].valueFrom',
          serviceArn: aService().arn,
          serviceName: 'checkout',
          revision: 'checkout:7',
        },
        {
          field: 'containerDefinitions[0].secrets[0].valueFrom',
          serviceArn: aService({ name: 'orders' }).arn,
          serviceName: 'orders',
          revision: 'orders:3',
        },
      ],
    ]);
  });

  it('does not know what a role holds whose policies could not be read', async () => {
    const denied = unknown('AccessDenied', 'iam:ListRolePolicies');
    const slot = await slotOf({ policies: denied }, [execution('db')]);
    expect(slot.permissions.map(({ state }) => state)).toEqual(['unknown']);
    expect(slot.excess).toEqual([]);
    expect(policyOf(slot).Statement).toEqual([
      { Sid: 'ReadSecrets', ...reads('db') },
    ]);
    expect(changesOf(slot)?.map(([title]) => title)).toEqual(['trust policy']);
    expect(slot.proposal?.notes).toEqual([
      'The policies of today could not be read, so what changes is not shown: AccessDenied.',
    ]);
  });

  it('is not known when what a service needs is not', async () => {
    const unread = unknown('AccessDenied', 'ecs:DescribeTaskDefinition');
    expect(await present({}, [execution('db')], { unread })).toEqual(unread);
  });

  it('is empty for a role of which ECS demands nothing', async () => {
    expect(await present({}, [], { otherSlots: ['lifecycle-hook'] })).toEqual(
      known([]),
    );
  });

  it('tells what is too much, and why', async () => {
    const { excess } = await slotOf(
      { policies: known([inline('app', reads('db'), reads('old'))]) },
      [execution('db')],
    );
    expect(excess).toEqual([
      {
        kind: 'secrets',
        actions: ['secretsmanager:GetSecretValue'],
        more: 0,
        granted: [secret('old')],
        needed: [secret('db')],
        place: expect.objectContaining({
          document: 'inline:app',
          statement: 1,
        }),
        why: 'It reaches secrets, parameters or keys that no task definition of the role names.',
      },
    ]);
  });

  it('names the first of many actions and counts the rest', async () => {
    const { excess } = await slotOf(
      { policies: known([inline('app', allow('s3:P*', '*'))]) },
      [execution('db')],
    );
    const [first] = excess.filter(({ kind }) => kind === 'application');
    expect(first.actions).toHaveLength(25);
    expect(first.more).toBeGreaterThan(5);
  });

  it('names a whole service as policies do', async () => {
    const { excess } = await slotOf(
      { policies: known([inline('app', allow('sqs:*', '*'))]) },
      [execution('db')],
    );
    expect(excess.map(({ actions, more }) => [actions, more])).toEqual([
      [['sqs:*'], 0],
    ]);
  });

  it('says what could not be named', async () => {
    const { unresolved, proposal } = await slotOf({}, [
      { slot: 'execution', needs: readerOf('${SECRET_ARN}') },
    ]);
    expect(unresolved).toEqual([
      {
        certain: true,
        phrase: expect.any(String),
        why: expect.any(String),
        because: {
          field: 'containerDefinitions[0].secrets[0].valueFrom',
          serviceArn: aService().arn,
          serviceName: 'checkout',
          revision: 'checkout:7',
        },
      },
    ]);
    const [{ phrase, why }] = unresolved;
    expect(proposal?.permissions).toBeNull();
    expect(proposal?.notes).toEqual([
      `Not in the policy is what it takes when the role ${phrase}: ${why}.`,
    ]);
  });

  it('says what may be needed, and is perhaps not', async () => {
    const needs = executionPermissions({
      ...inputOf({ containers: [aContainer({ secrets: [DATABASE] })] }),
      secretKeys: new Map(),
    });
    const { unresolved, proposal } = await slotOf({}, [
      { slot: 'execution', needs },
    ]);
    expect(unresolved.map(({ certain, phrase }) => [certain, phrase])).toEqual([
      [false, 'decrypts secret db'],
    ]);
    expect(proposal?.notes).toEqual([
      'Not in the policy, and perhaps not needed, is what it takes when the role decrypts secret db: it may be encrypted with a key of your own: with secretsmanager:DescribeSecret that is read.',
    ]);
  });
});

describe('the proposal for an execution role', () => {
  const use: Use = { slot: 'execution', needs: readerOf(secret('db')) };

  it('takes the place of all that the role has', async () => {
    const slot = await slotOf(
      {
        policies: known([
          inline('app', reads('db'), allow('s3:*', '*')),
          aRolePolicy({
            kind: 'aws-managed',
            name: 'AmazonS3FullAccess',
            arn: 'arn:aws:iam::aws:policy/AmazonS3FullAccess',
            document: known(
              '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}',
            ),
          }),
        ]),
      },
      [use],
    );
    expect(policyOf(slot)).toEqual({
      Version: '2012-10-17',
      Statement: [{ Sid: 'ReadSecrets', ...reads('db') }],
    });
    const [app, s3] = changesOf(slot) ?? [];
    expect(app).toEqual([
      'policy app',
      [
        '+ "Sid": "ReadSecrets",',
        '- },',
        '- {',
        '- "Effect": "Allow",',
        '- "Action": "s3:*",',
        '- "Resource": "*"',
      ],
    ]);
    expect(s3[0]).toBe('policy AmazonS3FullAccess');
    expect(slot.proposal?.notes).toEqual([]);
  });

  it('comes in every form in which people keep policies', async () => {
    const { proposal } = await slotOf({ policies: known([]) }, [use]);
    expect(proposal?.permissions).toEqual({
      json: expect.stringContaining('"Sid": "ReadSecrets"'),
      terraform: expect.stringContaining(
        'resource "aws_iam_role_policy" "ecs_execution"',
      ),
      cloudformation: expect.stringContaining('Type: "AWS::IAM::RolePolicy"'),
      cdk: expect.stringContaining('new iam.Policy('),
    });
    expect(proposal?.trust.json).toContain('ecs-tasks.amazonaws.com');
  });

  it('binds the trust policy to the account and the regions of its users', async () => {
    const { proposal } = await slotOf({}, [use]);
    expect(JSON.parse(proposal?.trust.json ?? '').Statement).toEqual([
      {
        Effect: 'Allow',
        Principal: { Service: 'ecs-tasks.amazonaws.com' },
        Action: 'sts:AssumeRole',
        Condition: {
          ArnLike: { 'aws:SourceArn': 'arn:aws:ecs:eu-west-1:111122223333:*' },
          StringEquals: { 'aws:SourceAccount': '111122223333' },
        },
      },
    ]);
  });

  it('changes nothing of a role that has just what it needs', async () => {
    const exact = inline('app', { Sid: 'ReadSecrets', ...reads('db') });
    const { proposal } = await slotOf({ policies: known([exact]) }, [use]);
    expect(proposal?.diff.map(({ title }) => title)).toEqual(['trust policy']);
  });

  it('is no policy at all where nothing is needed', async () => {
    const slot = await slotOf(
      { policies: known([inline('app', reads('old'))]) },
      [{ slot: 'execution', needs: readerOf() }],
    );
    expect(slot.proposal?.permissions).toBeNull();
    expect(changesOf(slot)?.[0][0]).toBe('policy app');
  });

  it('says where the permissions boundary leaves it without effect', async () => {
    const boundary = inline('boundary', allow('s3:*', '*'));
    const { proposal } = await slotOf({ boundary: known(boundary) }, [use]);
    expect(proposal?.notes).toEqual([
      expect.stringMatching(
        /^It is not enough where the role .*: the permissions boundary lacks it\.$/,
      ),
    ]);
  });

  it('says that no role takes a policy that long', async () => {
    const secrets = Array.from({ length: 200 }, (_, index) =>
      secret(`database-${index}`),
    );
    const { proposal } = await slotOf({ policies: known([]) }, [
      { slot: 'execution', needs: readerOf(...secrets) },
    ]);
    expect(proposal?.notes).toEqual([
      expect.stringMatching(
        /^The policy has 1\d{4} characters, and IAM takes 10240 in the inline policies of a role: /,
      ),
      expect.stringContaining('decrypts 200 secrets'),
    ]);
  });

  it('takes nothing away from a role that is used for more', async () => {
    const slot = await slotOf(
      { policies: known([inline('app', allow('s3:*', '*'))]) },
      [use, { slot: 'task', needs: taskPermissions(inputOf({})) }],
    );
    expect(changesOf(slot)?.map(([title]) => title)).toEqual([
      'policy ecs-execution',
      'trust policy',
    ]);
    expect(slot.proposal?.notes).toEqual([
      'The role is the task role too, so that nothing that it holds is taken away. With a role of its own as execution role, it could hold less.',
    ]);
  });
});

describe('the proposal for a task role', () => {
  const needs = taskPermissions(
    inputOf({ taskRoleArn: 'checkout-task' }, true),
  );
  const use: Use = { slot: 'task', needs };
  const app = inline('app', allow('s3:GetObject', '*'));
  const note =
    'What the application calls, ECS cannot tell: nothing that the role holds is taken away.';

  it('adds what is missing, and leaves the rest as it is', async () => {
    const slot = await slotOf({ policies: known([app]) }, [use]);
    expect(slot.closed).toBe(false);
    expect(slot.permissions.map(({ state }) => state)).toContain('missing');
    expect(policyOf(slot).Statement[0].Action).toContain(
      'ssmmessages:OpenDataChannel',
    );
    expect(changesOf(slot)?.map(([title]) => title)).toEqual([
      'policy ecs-task',
      'trust policy',
    ]);
    expect(slot.proposal?.notes).toEqual([note]);
  });

  it('adds nothing where nothing is missing', async () => {
    const exec = inline('exec', allow('ssmmessages:*', '*'));
    const { proposal } = await slotOf({ policies: known([app, exec]) }, [use]);
    expect(proposal).toMatchObject({
      permissions: null,
      diff: [{ title: 'trust policy' }],
      notes: [note],
    });
  });

  it('says where a Deny leaves it without effect', async () => {
    const denied = inline('deny', {
      Effect: 'Deny',
      Action: 'ssmmessages:*',
      Resource: '*',
    });
    const { proposal } = await slotOf({ policies: known([denied]) }, [use]);
    expect(proposal?.notes).toEqual([
      note,
      expect.stringMatching(/: a Deny takes that away\.$/),
    ]);
  });

  it('adds nothing to policies that could not be read', async () => {
    const denied = unknown('AccessDenied', 'iam:ListRolePolicies');
    const { proposal } = await slotOf({ policies: denied }, [use]);
    expect(proposal?.permissions).toBeNull();
    expect(proposal?.notes).toContain(
      'What is missing is not known, so nothing is added: AccessDenied.',
    );
  });
});
