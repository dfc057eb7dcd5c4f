import type { TaskDefinition } from '../../ecs/taskDefinition';
import { defineRule } from '../defineRule';
import { inContainers, type ContainerItem } from './inContainers';

/** The variables by name. Nothing holds their values. */
type Data = Readonly<{ variables: readonly ContainerItem[] }>;

/** Security Hub control ECS.8, for every variable whose value looked like a credential when it was read. */
export const envSecrets = defineRule({
  id: 'ecs.env-secrets',
  title: 'Credentials stand in the environment of a container',
  severity: 'high',
  about: 'use',
  slots: ['task'],
  needs: ['taskDefinition'],
  docs: {
    why: 'Whoever may call `ecs:DescribeTaskDefinition` reads the value, in every old revision too, and many read-only policies allow that. It also lies in the console, in templates and in the state of deployment tools. Static keys of AWS are worse still: they never expire, and the SDKs take them before the task role, so that what is said of the role does not hold for the application.',
    fix: 'Put the value into Secrets Manager or a SecureString parameter, name it in `secrets` of the container, and let the execution role read that one. Remove keys of AWS, and give what they may do to the task role. Then replace the credential: old revisions still show it.',
    leaveIt:
      'The value is no credential, although its name or form looks like one, such as a public key or a placeholder for tests.',
    links: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-secrets-management.html',
      'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-8',
    ],
  },
  messages: {
    awsKeys: (d: Data) =>
      `Static keys of AWS stand in the task definition, and the application uses them in place of the task role: ${inContainers(
        d.variables,
      )}.`,
    credentials: (d: Data) =>
      `Values that look like credentials stand in the task definition: ${inContainers(
        d.variables,
      )}.`,
  },
  *check({ taskDefinition }) {
    const all = credentialsIn(taskDefinition);
    const awsKeys = all.filter(({ item }) => AWS_KEYS.has(item));
    if (awsKeys.length > 0) {
      yield { message: 'awsKeys', data: { variables: awsKeys }, at: '' };
    }
    const others = all.filter(({ item }) => !AWS_KEYS.has(item));
    if (others.length > 0) {
      yield { message: 'credentials', data: { variables: others }, at: '' };
    }
  },
});

// As the SDKs look for them: letter case matters.
// Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-static-credentials.html
const AWS_KEYS = new Set(['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']);

function credentialsIn({ containers }: TaskDefinition): ContainerItem[] {
  return containers.flatMap(({ name, environment }) =>
    environment
      .filter(({ looksLikeCredential }) => looksLikeCredential)
      .map(variable => ({ container: name, item: variable.name })),
  );
}
