import type { AnyRule } from '../../rules/defineRule';
import type { EvidenceKind } from '../../rules/evidence';
import { roleSlots } from '../../ecs/slots';
import { known, unknown } from '../../known';
import { parseCase, parseCases } from '../evidence/parseCase';
import { nothingTold } from '../evidence/parseTold';
import { rootOf } from '../input/place';
import { judgeCase } from './judgeCase';

const TASK = 'arn:aws:iam::111122223333:role/checkout-task';
const EXECUTION = 'arn:aws:iam::111122223333:role/checkout-execution';
const DEFINITION =
  'arn:aws:ecs:eu-west-1:111122223333:task-definition/checkout:7';
const SERVICE = 'arn:aws:ecs:eu-west-1:111122223333:service/shop/checkout';
const CLUSTER = 'arn:aws:ecs:eu-west-1:111122223333:cluster/shop';
const HOST = 'arn:aws:ecs:eu-west-1:111122223333:container-instance/shop/0abc';

const definition = {
  taskDefinitionArn: DEFINITION,
  family: 'checkout',
  taskRoleArn: 'checkout-task',
  executionRoleArn: TASK,
};
const service = { serviceArn: SERVICE, clusterArn: CLUSTER };

describe('judgeCase', () => {
  it.each([
    ['nothing but the role', {}, [`role task ${TASK}`]],
    [
      'a task definition',
      { taskDefinition: definition },
      [`role task ${TASK}`, `use task ${DEFINITION}`],
    ],
    [
      'a service, which names the use before its task definition',
      { taskDefinition: definition, service },
      [`role task ${TASK}`, `use task ${SERVICE}`],
    ],
    [
      'a cluster',
      { cluster: { clusterArn: CLUSTER } },
      [`role task ${TASK}`, `use task ${CLUSTER}`],
    ],
    [
      'hosts',
      { hosts: [{ containerInstanceArn: HOST }] },
      [`role task ${TASK}`, `use task ${CLUSTER}`],
    ],
    [
      'a task definition that leaves another slot without a role',
      { taskDefinition: { ...definition, executionRoleArn: null } },
      [
        `role task ${TASK}`,
        `use execution ${DEFINITION}`,
        `use task ${DEFINITION}`,
      ],
    ],
    [
      'a task definition that leaves the slot of the case without a role',
      { taskDefinition: { ...definition, taskRoleArn: null } },
      [`role task ${TASK}`, `use task ${DEFINITION}`],
    ],
  ])('judges by %s', (_, facts, judgements) => {
    const { findings } = judge(facts, [reporting('role'), reporting('use')]);
    expect(
      findings
        .map(each => `${each.ruleId} ${each.slot} ${each.subject}`)
        .sort(),
    ).toEqual(judgements);
  });

  it.each([
    ['unknown without facts', {}, null],
    [
      'that of the service',
      { service: { ...service, launchType: 'EC2' }, taskDefinition: fargate() },
      ['ec2'],
    ],
    [
      'that of a task definition for one',
      { taskDefinition: fargate() },
      ['fargate'],
    ],
    [
      'unknown for a task definition for several',
      { taskDefinition: fargate('EC2') },
      null,
    ],
    [
      'unknown for hosts: their tasks may run elsewhere',
      { hosts: [{ containerInstanceArn: HOST }] },
      null,
    ],
  ])('takes for the compute of a task role: %s', (_, facts, compute) => {
    expect(evidence('compute', facts)).toEqual(compute);
  });

  it.each([
    [{ containerInstanceArn: HOST, ec2InstanceId: 'i-1' }, ['ec2']],
    [{ containerInstanceArn: HOST, ec2InstanceId: 'mi-1' }, ['external']],
  ])(
    'takes for the compute of an instance role that of %j',
    (host, compute) => {
      expect(evidence('compute', { hosts: [host] }, 'instance')).toEqual(
        compute,
      );
    },
  );

  it.each([
    ['running tasks', 'task', { service: { ...service, runningCount: 1 } }],
    ['hosts', 'instance', { hosts: [{ containerInstanceArn: HOST }] }],
  ])('takes a role of %s for one in use', (_, slot, facts) => {
    expect(evidence('running', facts, slot)).toBe(true);
  });

  it.each([
    ['no facts', 'task', {}],
    ['a service without tasks', 'task', { service }],
    [
      'hosts, which its tasks may not run on',
      'task',
      { hosts: [{ containerInstanceArn: HOST }] },
    ],
  ])('does not know whether a role is in use by %s', (_, slot, facts) => {
    expect(evidence('running', facts, slot)).toBeNull();
  });

  it.each([
    ['true with a host', { hosts: [{ containerInstanceArn: HOST }] }, true],
    [
      'true with a service on EC2',
      { service: { ...service, launchType: 'EC2' } },
      true,
    ],
    [
      'unknown with an external host',
      { hosts: [{ containerInstanceArn: HOST, ec2InstanceId: 'mi-1' }] },
      null,
    ],
    [
      'unknown with a service on Fargate',
      { service: { ...service, launchType: 'FARGATE' } },
      null,
    ],
  ])('has hosts on EC2: %s', (_, facts, expected) => {
    expect(evidence('ec2Hosts', facts)).toBe(expected);
  });

  it('knows other roles by what they hold and whom they trust, as far as both are told', () => {
    const document = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
    };
    const arn = 'arn:aws:iam::111122223333:role/administrator';
    const untold = { arn, policies: [{ name: 'all', document }] };
    const told = {
      ...untold,
      trustPolicy: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: 'ec2.amazonaws.com' },
            Action: 'sts:AssumeRole',
          },
        ],
      },
    };
    expect(
      evidence('otherRoles', { roles: [{ role: told }, { role: untold }] }),
    ).toEqual([
      { arn, isAdministrator: true, trustedServices: ['ec2.amazonaws.com'] },
    ]);
  });

  it('has usage only where it was handed in', () => {
    const rule: AnyRule = {
      ...reporting('role'),
      needs: ['usage'],
      whereCollected: ['usage'],
    };
    const lastAccessed = { ServicesLastAccessed: [] };
    expect(judge({}, [rule])).toEqual({ findings: [], undecided: [] });
    expect(judge({ lastAccessed }, [rule]).findings).toHaveLength(1);
  });

  it('resolves the role names of a task definition', () => {
    expect(evidence('taskRoles', { taskDefinition: definition })).toEqual({
      task: TASK,
      execution: TASK,
    });
  });

  it('judges a slot of a task definition without a role by its use alone', () => {
    const [{ case: given }] = parseCases(
      rootOf({ taskDefinition: { family: 'checkout', taskRoleArn: 'a' } }),
      nothingTold,
    );
    const { findings } = judgeCase(given, {
      rules: [reporting('role'), reporting('use')],
      now: new Date('2026-11-02T09:00:00Z'),
    });
    expect(findings.map(({ slot, subject }) => ({ slot, subject }))).toEqual([
      { slot: 'execution', subject: 'checkout' },
    ]);
  });

  it.each([
    ['said, whatever else runs it', { launchType: 'EXTERNAL' }, ['external']],
    ['not said', {}, ['ec2']],
  ])('takes for the compute what is %s', (_, told, compute) => {
    const ofService = { service: { ...service, launchType: 'EC2' } };
    expect(evidence('compute', { ...ofService, ...told })).toEqual(compute);
  });

  it.each([
    ['task', TASK, ['task', 'execution']],
    ['execution', EXECUTION, ['execution']],
  ])('knows in which slots the %s role is', (_, arn, slots) => {
    const roles = evidence('rolesInSlots', {
      taskDefinition: {
        ...definition,
        executionRoleArn: arn === TASK ? TASK : EXECUTION,
      },
    });
    expect(roles instanceof Map && roles.get(arn)).toEqual(slots);
  });

  it('has the revision, and the latest one where it was handed in', () => {
    const facts = { taskDefinition: definition };
    expect(evidence('revisions', facts)).toEqual([
      expect.objectContaining({ arn: DEFINITION }),
    ]);
    expect(evidence('latestRevision', facts)).toBeNull();
    expect(
      evidence('latestRevision', { latestTaskDefinition: definition }),
    ).toEqual(expect.objectContaining({ arn: DEFINITION }));
  });

  it.each([
    ['its service has it', [{ tls: { roleArn: TASK } }], true],
    ['its service has none, for others may', [{}], null],
  ])('knows of Service Connect with TLS: %s', (_, services, expected) => {
    const deployment = {
      status: 'PRIMARY',
      taskDefinition: DEFINITION,
      serviceConnectConfiguration: { enabled: true, services },
    };
    expect(
      evidence('serviceConnectTls', {
        service: { ...service, deployments: [deployment] },
      }),
    ).toBe(expected);
  });

  it.each([
    ['host', {}, true],
    ['none', {}, null],
    ['host', { HttpEndpoint: 'disabled' }, null],
  ])(
    'knows whether containers in network mode %s reach the metadata service with %j',
    (networkMode, options, expected) => {
      const metadata = {
        HttpEndpoint: 'enabled',
        HttpTokens: 'optional',
        HttpPutResponseHopLimit: 1,
        ...options,
      };
      const facts = {
        taskDefinition: { ...definition, networkMode },
        hosts: [
          { containerInstanceArn: HOST, ec2InstanceId: 'i-1' },
          { InstanceId: 'i-1', MetadataOptions: metadata },
        ],
      };
      expect(evidence('imdsReached', facts, 'instance')).toBe(expected);
    },
  );

  it.each(['coLocated', 'overrides'] as const)(
    'does not collect %s: no rule waits for it',
    kind => {
      const rule: AnyRule = {
        ...reporting('role'),
        needs: [kind],
        whereCollected: [kind],
      };
      expect(judge({ taskDefinition: definition, service }, [rule])).toEqual({
        findings: [],
        undecided: [],
      });
    },
  );

  it.each([
    [
      'the instance role of the case',
      'instance',
      { containerInstanceArn: HOST, ec2InstanceId: 'i-1' },
      known(TASK),
    ],
    [
      'none without an instance profile',
      'task',
      { InstanceId: 'i-1' },
      known(null),
    ],
    [
      'unknown with an instance profile, which does not name it',
      'task',
      { InstanceId: 'i-1', IamInstanceProfile: { Arn: 'arn:profile' } },
      unknown(
        'the input does not tell which role the instance profile holds',
        'iam:GetInstanceProfile',
      ),
    ],
  ])('takes for the role of hosts %s', (_, slot, host, roleArn) => {
    const facts = { taskDefinition: definition, hosts: [host] };
    expect(evidence('hosts', facts, slot)).toEqual([
      expect.objectContaining({ name: expect.any(String), roleArn }),
    ]);
  });

  it.each(['task', 'execution', 'instance'])(
    'derives what ECS demands of the %s role',
    slot => {
      expect(evidence('needs', { taskDefinition: definition }, slot)).toEqual(
        expect.objectContaining({ needs: expect.any(Array) }),
      );
    },
  );

  it.each([
    ['without a task definition', 'task', {}, 'facts.taskDefinition'],
    [
      'in another slot',
      'lifecycle-hook',
      { taskDefinition: definition },
      'nothing is derived',
    ],
  ])('knows no needs %s', (_, slot, facts, because) => {
    const rule: AnyRule = { ...reporting('role'), needs: ['needs'] };
    expect(judge(facts, [rule], slot)).toEqual({
      findings: [],
      undecided: [
        {
          ruleId: 'role',
          because: expect.stringContaining(because),
          needs: null,
        },
      ],
    });
  });

  it('says once what is undecided, also when role and use wait for it', () => {
    const needy = [
      { ...reporting('role'), id: 'a', needs: ['trust'] as const },
      { ...reporting('use'), id: 'a', needs: ['trust'] as const },
    ];
    expect(judge({ service }, needy)).toEqual({
      findings: [],
      undecided: [
        {
          ruleId: 'a',
          because: 'the input holds no role.trustPolicy',
          needs: null,
        },
      ],
    });
  });
});

type Facts = Readonly<Record<string, unknown>>;

function judge(facts: Facts, rules: readonly AnyRule[], slot = 'task') {
  return judgeCase(
    parseCase(rootOf({ role: { arn: TASK, slot, policies: [] }, facts })),
    { rules, now: new Date('2026-11-02T09:00:00Z') },
  );
}

/** The value of a piece of evidence, as a rule sees it; `null` when it is unknown. */
function evidence(kind: EvidenceKind, facts: Facts, slot = 'task'): unknown {
  const rule: AnyRule = {
    ...reporting('role'),
    needs: [kind],
    check: seen => [{ message: 'said', data: { ...seen }, at: '' }],
  };
  const { findings } = judge(facts, [rule], slot);
  return findings.length === 0 ? null : findings[0].data[kind];
}

function reporting(about: 'role' | 'use'): AnyRule {
  return {
    id: about,
    title: 'Demo',
    severity: 'medium',
    about,
    slots: roleSlots,
    needs: [],
    docs: { why: '', fix: '', leaveIt: '', links: [] },
    messages: { said: () => 'said' },
    check: () => [{ message: 'said', data: {}, at: '' }],
  };
}

function fargate(...others: readonly string[]) {
  return { ...definition, requiresCompatibilities: ['FARGATE', ...others] };
}
