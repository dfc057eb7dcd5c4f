import type {
  NeededPermission,
  SlotNeeds,
} from '@ecs-iam/plugin-ecs-iam-common';
import {
  aCause,
  aHiddenCause,
  aNeed,
  anExcess,
  anUnresolvedNeed,
  aPlace,
  aProposal,
  aSlotNeeds,
} from '../src/__testUtils__/needs';

const secrets = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:';
const boundary = aPlace({
  document: 'inline:secrets',
  documentName: 'secrets',
  pointer: '/Statement/0',
  statement: 0,
  sid: 'ReadSecrets',
});

const held: NeededPermission[] = [
  aNeed({
    phrase: 'pulls shop/checkout from ECR',
    actions: [
      'ecr:BatchCheckLayerAvailability',
      'ecr:BatchGetImage',
      'ecr:GetDownloadUrlForLayer',
    ],
    resources: ['arn:aws:ecr:eu-west-1:111122223333:repository/shop/checkout'],
    because: [
      aCause({ field: 'containerDefinitions[0].image' }),
      aCause({ field: 'containerDefinitions[2].image' }),
      aCause({
        field: 'containerDefinitions[0].image',
        serviceName: 'checkout-worker',
        serviceArn: 'worker',
        revision: 'checkout-worker:7',
      }),
      aHiddenCause(),
    ],
    alsoNeeds: 'the policy of the repository',
    places: [boundary],
  }),
  ...['checkout', 'envoy', 'log-router', 'otel'].map(group =>
    aNeed({
      phrase: `writes logs to /ecs/${group}`,
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [
        `arn:aws:logs:eu-west-1:111122223333:log-group:/ecs/${group}:*`,
      ],
      because: [
        aCause({
          field:
            "containerDefinitions[0].logConfiguration.options['awslogs-group']",
        }),
      ],
      places: [boundary],
    }),
  ),
];

/** Needs of an execution role where a bit of everything is wrong. */
const broken: SlotNeeds = aSlotNeeds({
  permissions: [
    aNeed({
      state: 'missing',
      phrase: 'reads the secret checkout/psp',
      resources: [`${secrets}checkout/psp-GhIjKl`],
      because: [
        aCause({ field: 'containerDefinitions[1].secrets[0].valueFrom' }),
      ],
      failure:
        'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: AccessDeniedException',
    }),
    aNeed({
      state: 'missing',
      phrase: 'decrypts the secrets of checkout',
      actions: ['kms:Decrypt'],
      resources: [
        'arn:aws:kms:eu-west-1:111122223333:key/1f0e5c2a-8c1f-4b7e-9b6a-3d2f1e0c9b8a',
      ],
      denied: true,
      alsoNeeds: 'the policy of the key',
      places: [aPlace({ document: 'inline:secrets', documentName: 'secrets' })],
    }),
    aNeed({
      state: 'missing',
      breaks: false,
      phrase: 'creates the log group /ecs/checkout',
      actions: ['logs:CreateLogGroup'],
      resources: [
        'arn:aws:logs:eu-west-1:111122223333:log-group:/ecs/checkout:*',
      ],
      failure: 'The task starts all the same when the log group exists.',
    }),
    aNeed({
      state: 'conditional',
      phrase: 'gets a token of ECR',
      actions: ['ecr:GetAuthorizationToken'],
      resources: ['*'],
      places: [boundary],
    }),
    ...held,
  ],
  excess: [
    anExcess({
      kind: 'baseline',
      actions: ['logs:DescribeLogStreams', 'logs:DescribeLogGroups'],
      more: 3,
      granted: ['arn:aws:logs:*:*:*'],
      needed: [],
      place: null,
      why: 'The AWS managed policy grants it, and nothing here calls it.',
    }),
    anExcess({ place: boundary }),
    anExcess({
      kind: 'agent',
      actions: ['ecs:Poll'],
      needed: [],
      place: boundary,
      why: 'Whoever may call `ecs:Poll` can ask for the credentials of the tasks of a host. Only an instance role needs it.',
    }),
  ],
  unresolved: [anUnresolvedNeed()],
  proposal: aProposal({
    notes: [
      'One need cannot be resolved: `${DB_SECRET}` is a variable of a template. Add its ARN before you use the policy.',
      'The policy of the key must allow `kms:Decrypt` as well.',
    ],
    diff: [
      {
        title: 'policy secrets',
        lines: [
          { kind: 'same', text: '{' },
          { kind: 'same', text: '  "Version": "2012-10-17",' },
          { kind: 'same', text: '  "Statement": [' },
          ...Array.from({ length: 9 }, (_, n) => ({
            kind: 'same' as const,
            text: `    { "Sid": "Kept${n}", "Effect": "Allow", "Action": "logs:PutLogEvents", "Resource": "*" },`,
          })),
          { kind: 'same', text: '    {' },
          { kind: 'same', text: '      "Sid": "ReadSecrets",' },
          { kind: 'same', text: '      "Effect": "Allow",' },
          {
            kind: 'same',
            text: '      "Action": "secretsmanager:GetSecretValue",',
          },
          { kind: 'removed', text: '      "Resource": "*"' },
          { kind: 'added', text: '      "Resource": [' },
          { kind: 'added', text: `        "${secrets}checkout/db-AbCdEf",` },
          { kind: 'added', text: `        "${secrets}checkout/psp-GhIjKl"` },
          { kind: 'added', text: '      ]' },
          { kind: 'same', text: '    }' },
          { kind: 'same', text: '  ]' },
          { kind: 'same', text: '}' },
        ],
      },
      {
        title: 'trust policy',
        lines: [
          { kind: 'same', text: '      "Action": "sts:AssumeRole",' },
          { kind: 'added', text: '      "Condition": {' },
          {
            kind: 'added',
            text: '        "StringEquals": { "aws:SourceAccount": "111122223333" }',
          },
          { kind: 'added', text: '      }' },
        ],
      },
    ],
  }),
});

/** Needs by the state that they show. */
export const roleNeeds = {
  broken: [broken],
  /** All is granted, and nothing more. */
  satisfied: [
    aSlotNeeds({
      permissions: held,
      proposal: aProposal({
        diff: [
          {
            title: 'trust policy',
            lines: [{ kind: 'same', text: '"Version": "2012-10-17"' }],
          },
        ],
      }),
    }),
  ],
  /** A task role: what the application calls is its own. */
  open: [
    aSlotNeeds({
      slot: 'task',
      closed: false,
      permissions: [
        aNeed({
          state: 'missing',
          phrase: 'opens sessions of ECS Exec',
          actions: [
            'ssmmessages:CreateControlChannel',
            'ssmmessages:CreateDataChannel',
            'ssmmessages:OpenControlChannel',
            'ssmmessages:OpenDataChannel',
          ],
          missing: ['ssmmessages:OpenDataChannel'],
          resources: ['*'],
          because: [
            aCause({ field: 'service.enableExecuteCommand', revision: null }),
          ],
          failure:
            'TargetNotConnectedException: The execute command failed due to an internal error',
        }),
        aNeed({
          phrase: 'sends traces to X-Ray',
          actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
          resources: ['*'],
          breaks: false,
        }),
      ],
    }),
    // The same role as execution role, where nothing needs it.
    aSlotNeeds({ slot: 'execution', required: false, permissions: [] }),
  ],
  /** The policies could not be read. */
  unread: [
    aSlotNeeds({
      permissions: held.map(need => ({
        ...need,
        state: 'unknown' as const,
        places: [],
      })),
      proposal: null,
      unresolved: [],
    }),
  ],
  /** Nothing but variables of a template. */
  unresolved: [
    aSlotNeeds({
      permissions: [],
      unresolved: [
        anUnresolvedNeed(),
        anUnresolvedNeed({
          phrase: 'pulls an image',
          why: '`${ImageUri}` is a variable of a template; give the task definition as it is registered',
          because: aCause({ field: 'containerDefinitions[0].image' }),
        }),
        anUnresolvedNeed({
          certain: false,
          phrase: 'decrypts 2 secrets and SSM parameter checkout/flags',
          why: 'each of them may be encrypted with a key of your own: with `secretsmanager:DescribeSecret` and `ssm:DescribeParameters` that is read',
        }),
      ],
      proposal: null,
    }),
  ],
};
