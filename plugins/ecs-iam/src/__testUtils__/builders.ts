import type {
  AnnotatedRole,
  EntityRoles,
  EntityService,
  Finding,
  Gap,
  PolicyView,
  RoleDetail,
  RoleRef,
  RoleUse,
  Scan,
} from '@ecs-iam/plugin-ecs-iam-common';

const account = '111122223333';

const analysis: EntityRoles['analysis'] = {
  actionDataDate: '2026-09-26',
  notLookedAt: ['service-control', 'resource-control', 'resource', 'session'],
};

/** A role that exists. */
export function aRoleRef(overrides: Partial<RoleRef> = {}): RoleRef {
  const name = overrides.name ?? 'checkout-task';
  return {
    id: `id-${name}`,
    arn: `arn:aws:iam::${account}:role/${name}`,
    name,
    accountId: account,
    existence: { known: true, value: 'exists' },
    consoleUrl: `https://console.aws.amazon.com/iam/home#/roles/${name}`,
    ...overrides,
  };
}

/** A row of the table: a task role without warnings. */
export function aRoleUse(overrides: Partial<RoleUse> = {}): RoleUse {
  return {
    slot: 'task',
    role: aRoleRef(),
    unresolved: null,
    appliesTo: 'all 3 containers',
    revisions: [],
    usedFor: ['reads S3'],
    required: { value: 'yes', because: ['ECS Exec is on'] },
    notes: [],
    lastUsed: {
      known: true,
      value: { date: '2026-11-20T08:00:00.000Z', region: 'eu-west-1' },
    },
    sharedWith: { visible: [], hidden: 0 },
    findings: [],
    undecided: [],
    review: null,
    ...overrides,
  };
}

/** A service that runs, with one row. */
export function aService(
  overrides: Partial<EntityService> = {},
): EntityService {
  const name = overrides.name ?? 'checkout';
  return {
    arn: `arn:aws:ecs:eu-west-1:${account}:service/prod-eu/${name}`,
    name,
    state: 'active',
    problem: null,
    matchedBy: ['aws.amazon.com/amazon-ecs-service-arn'],
    cluster: {
      arn: `arn:aws:ecs:eu-west-1:${account}:cluster/prod-eu`,
      name: 'prod-eu',
    },
    accountId: account,
    region: 'eu-west-1',
    compute: ['ec2'],
    runningCount: 2,
    desiredCount: 2,
    deploymentInProgress: false,
    consoleUrl: `https://eu-west-1.console.aws.amazon.com/ecs/v2/clusters/prod-eu/services/${name}`,
    goneSince: null,
    scannedAt: '2026-11-23T11:48:00.000Z',
    roles: [aRoleUse()],
    kind: 'service',
    hosts: { known: true, value: [] },
    ...overrides,
  };
}

/** An active warning about the task role, with a place in a policy. */
export function aFinding(overrides: Partial<Finding> = {}): Finding {
  const role = aRoleRef();
  return {
    id: 'finding-admin',
    ruleId: 'iam.admin-access',
    severity: 'critical',
    state: 'active',
    mitigatedBy: null,
    subject: role.arn,
    slot: 'task',
    roleId: role.id,
    roleName: role.name,
    data: {},
    leftOut: {},
    place: {
      document: 'inline:everything',
      documentName: 'everything',
      pointer: '/Statement/1',
      statement: 1,
      sid: 'Everything',
    },
    title: 'Role is an administrator of the account',
    message: '`*` on `*` allows every action on every resource.',
    why: 'Whoever gets into the container gets the account.',
    fix: 'Replace the wildcard by the actions that the application calls.',
    leaveIt: 'The task deploys the account itself.',
    links: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
    ],
    firstSeen: '2026-11-01T09:00:00.000Z',
    lastSeen: '2026-11-23T11:48:00.000Z',
    ...overrides,
  };
}

/** IAM roles of an account that could not be read. */
export function aGap(overrides: Partial<Gap> = {}): Gap {
  return {
    accountId: '777788889999',
    region: null,
    api: 'iam:GetRole',
    because: 'AccessDenied',
    message:
      '`iam:GetRole` is denied, so roles of this account are not judged.',
    attach:
      '{\n  "Effect": "Allow",\n  "Action": "iam:GetRole",\n  "Resource": "*"\n}',
    resources: [],
    since: '2026-11-22T12:00:00.000Z',
    ...overrides,
  };
}

/** What the backend answers for an entity: one service, no warnings. */
export function anEntityRoles(
  overrides: Partial<EntityRoles> = {},
): EntityRoles {
  return {
    entityRef: 'component:default/checkout',
    annotated: true,
    services: [aService()],
    roles: [],
    findings: [],
    analysis,
    gaps: [],
    problems: [],
    scannedAt: '2026-11-23T11:48:00.000Z',
    stale: null,
    scan: null,
    mayScan: true,
    ...overrides,
  };
}

/** A role named by an annotation alone. */
export function anAnnotatedRole(
  overrides: Partial<AnnotatedRole> = {},
): AnnotatedRole {
  const role = aRoleRef({ name: 'checkout-nightly' });
  return {
    arn: role.arn,
    matchedBy: ['ecs-iam.io/role-arns'],
    role,
    problem: null,
    lastUsed: { known: true, value: { date: null, region: null } },
    sharedWith: { visible: [], hidden: 0 },
    findings: [],
    ...overrides,
  };
}

/** A policy of two statements, of which the second is the wildcard. */
export function aPolicy(overrides: Partial<PolicyView> = {}): PolicyView {
  return {
    id: 'inline:everything',
    kind: 'inline',
    name: 'everything',
    arn: null,
    versionId: null,
    consoleUrl: null,
    document: {
      known: true,
      value: {
        text: [
          '{',
          '  "Version": "2012-10-17",',
          '  "Statement": [',
          '    {',
          '      "Effect": "Allow",',
          '      "Action": "s3:GetObject",',
          '      "Resource": "arn:aws:s3:::checkout-assets/*"',
          '    },',
          '    {',
          '      "Sid": "Everything",',
          '      "Effect": "Allow",',
          '      "Action": "*",',
          '      "Resource": "*"',
          '    }',
          '  ]',
          '}',
        ].join('\n'),
        statements: [
          {
            index: 0,
            sid: null,
            effect: 'Allow',
            firstLine: 4,
            lastLine: 8,
            findings: [],
          },
          {
            index: 1,
            sid: 'Everything',
            effect: 'Allow',
            firstLine: 9,
            lastLine: 14,
            findings: ['finding-admin'],
          },
        ],
        faults: [],
      },
    },
    ...overrides,
  };
}

/** The trust policy that a task role needs. */
export function aTrustPolicy(overrides: Partial<PolicyView> = {}): PolicyView {
  return aPolicy({
    id: 'trust',
    kind: 'trust',
    name: 'Trust policy',
    document: {
      known: true,
      value: {
        text: [
          '{',
          '  "Version": "2012-10-17",',
          '  "Statement": [',
          '    {',
          '      "Effect": "Allow",',
          '      "Principal": { "Service": "ecs-tasks.amazonaws.com" },',
          '      "Action": "sts:AssumeRole"',
          '    }',
          '  ]',
          '}',
        ].join('\n'),
        statements: [
          {
            index: 0,
            sid: null,
            effect: 'Allow',
            firstLine: 4,
            lastLine: 8,
            findings: [],
          },
        ],
        faults: [],
      },
    },
    ...overrides,
  });
}

/** The task role, with its warning. */
export function aRoleDetail(overrides: Partial<RoleDetail> = {}): RoleDetail {
  return {
    ...aRoleRef(),
    path: '/',
    partition: 'aws',
    createdAt: { known: true, value: '2024-03-01T10:00:00.000Z' },
    lastUsed: {
      known: true,
      value: { date: '2026-11-20T08:00:00.000Z', region: 'eu-west-1' },
    },
    tags: { known: true, value: { team: 'payments' } },
    slots: ['task'],
    trust: aTrustPolicy(),
    policies: { known: true, value: [aPolicy()] },
    boundary: { known: true, value: null },
    findings: [aFinding()],
    analysis,
    needs: { known: true, value: [] },
    usedBy: {
      visible: [
        {
          serviceArn: aService().arn,
          serviceName: 'checkout',
          clusterName: 'prod-eu',
          entityRefs: [],
        },
      ],
      hidden: 0,
    },
    gaps: [],
    scannedAt: '2026-11-23T11:48:00.000Z',
    ...overrides,
  };
}

/** A scan of one target that has succeeded. */
export function aScan(overrides: Partial<Scan> = {}): Scan {
  return {
    id: 'scan-1',
    state: 'succeeded',
    requestedAt: '2026-11-23T12:00:00.000Z',
    startedAt: '2026-11-23T12:00:01.000Z',
    finishedAt: '2026-11-23T12:00:09.000Z',
    progress: { done: 1, total: 1 },
    targets: [
      {
        accountId: account,
        region: 'eu-west-1',
        state: 'succeeded',
        services: 1,
        roles: 3,
        gaps: 0,
        error: null,
      },
    ],
    ...overrides,
  };
}
