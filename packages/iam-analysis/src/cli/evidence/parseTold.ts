import type { Compute } from '../../ecs/slots';
import { mismatch, optional, textOf, type Fields } from '../input/place';
import type { Place } from '../input/place';
import type { Told } from './Case';

/** Launch types as the API of ECS names them. */
export const launchTypes = {
  FARGATE: 'fargate',
  EC2: 'ec2',
  EXTERNAL: 'external',
  MANAGED_INSTANCES: 'managed-instances',
} as const satisfies Readonly<Record<string, Compute>>;

/** How each is written. */
export const toldForms = {
  account: { pattern: /^\d{12}$/, what: 'an AWS account id of 12 digits' },
  region: {
    pattern: /^[a-z]{2,}(-[a-z]+)+-\d+$/,
    what: 'a Region such as eu-west-1',
  },
  partition: {
    pattern: /^aws(-[a-z]+)*$/,
    what: 'a partition: aws, aws-cn, aws-us-gov',
  },
} as const;

/**
 * Reads `account`, `region`, `partition` and `launchType` of an input.
 *
 * @param said - by options of the command, for what the input leaves out
 */
export function parseTold(at: Fields, said: Told): Told {
  const told = (name: keyof typeof toldForms) =>
    optional(at(name), place => parseForm(place, toldForms[name]));
  return {
    accountId: told('account') ?? said.accountId,
    region: told('region') ?? said.region,
    partition: told('partition') ?? said.partition,
    compute: optional(at('launchType'), parseLaunchType) ?? said.compute,
  };
}

export const nothingTold: Told = {
  accountId: null,
  region: null,
  partition: null,
  compute: null,
};

/** @returns `null` for what is no launch type */
export function computeNamed(launchType: string): Compute | null {
  return isLaunchType(launchType) ? launchTypes[launchType] : null;
}

function isLaunchType(text: string): text is keyof typeof launchTypes {
  return Object.hasOwn(launchTypes, text);
}

function parseForm(
  place: Place,
  { pattern, what }: Readonly<{ pattern: RegExp; what: string }>,
): string {
  const text = textOf(place, what);
  if (!pattern.test(text)) {
    throw mismatch(place, what);
  }
  return text;
}

function parseLaunchType(place: Place): Compute {
  const what = `one of ${Object.keys(launchTypes).join(', ')}`;
  const compute = computeNamed(textOf(place, what));
  if (compute === null) {
    throw mismatch(place, what);
  }
  return compute;
}
