import { call } from './call';

export const ACCOUNT = '111122223333';

export const HOME = ['--account', ACCOUNT, '--region', 'eu-west-1'];

export const SECRET = `arn:aws:secretsmanager:eu-west-1:${ACCOUNT}:secret:shop/db-AbCdEf`;

export const KEY = `arn:aws:kms:eu-west-1:${ACCOUNT}:key/0abc`;

export const CLUSTER = {
  clusterArn: `arn:aws:ecs:eu-west-1:${ACCOUNT}:cluster/shop`,
};

export const SERVICE = {
  serviceArn: `arn:aws:ecs:eu-west-1:${ACCOUNT}:service/shop/checkout`,
  clusterArn: CLUSTER.clusterArn,
};

/** Facts with which nothing is left open of `aDefinition`. */
export const BESIDE = {
  service: SERVICE,
  serviceRevision: { guardDutyEnabled: false },
  secretKeys: [{ arn: SECRET, keyArn: KEY }],
};

/** A task definition for Fargate that reads `SECRET` and writes logs. */
export function aDefinition() {
  return {
    family: 'checkout',
    requiresCompatibilities: ['FARGATE'],
    containerDefinitions: [
      {
        name: 'web',
        image: 'public.ecr.aws/nginx/nginx:1',
        secrets: [{ name: 'DB', valueFrom: SECRET }],
        logConfiguration: logs(),
      },
    ],
  };
}

/** A part of a container: a secret that is read. */
export function secret(valueFrom: unknown) {
  return { image: 'nginx', secrets: [{ name: 'A', valueFrom }] };
}

export function logs(group = '/ecs/checkout') {
  return {
    logDriver: 'awslogs',
    options: {
      'awslogs-group': group,
      'awslogs-region': 'eu-west-1',
      'awslogs-stream-prefix': 'web',
    },
  };
}

export function parameter(
  partition: string,
  region: string,
  account: string,
  name: string = 'shop/key',
): string {
  return `arn:${partition}:ssm:${region}:${account}:parameter/${name}`;
}

type SlotJson = Readonly<{
  required: boolean | null;
  needs: readonly Readonly<{ resources: readonly string[] }>[];
  policy: object | null;
  unresolved: readonly OpenJson[];
  unseen: readonly OpenJson[];
}>;

type OpenJson = Readonly<{ because: string; why: string }>;

/** What ECS demands of no role. */
export const NOTHING = {
  required: false,
  needs: [],
  policy: null,
  unresolved: [],
  unseen: [],
};

/** An entry of `needs`; of texts for people it matters that they are there. */
export function need(row: string, parts: object) {
  return {
    breaks: true,
    row,
    phrase: expect.any(String),
    failure: expect.any(String),
    alsoNeeds: null,
    ...parts,
  };
}

/** What the command prints as JSON for one task definition. */
export async function needsOf(
  options: readonly string[],
  value: object,
): Promise<Readonly<Record<'execution' | 'task' | 'instance', SlotJson>>> {
  const { code, out, err } = await call(['needs', '--json', ...options], {
    stdin: JSON.stringify(value),
  });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out);
}
