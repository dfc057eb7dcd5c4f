import { accountFault, parseArn } from './arn';
import { malformed, parsed } from './parsed';
import type { Parsed } from './parsed';

/**
 * A family of task definitions, in one place or wherever it is.
 *
 * @public
 */
export type TaskFamily = Readonly<{
  family: string;
  /** `null`: the text names the family alone. */
  place: Readonly<{
    partition: string;
    accountId: string;
    region: string;
  }> | null;
}>;

/** @public */
export type TaskFamilyFault = 'several' | 'not-a-family' | 'bad-place';

// "Up to 255 letters (uppercase and lowercase), numbers, underscores, and hyphens are allowed."
// Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
const FAMILY = /^[\w-]{1,255}$/;

/**
 * Reads the name of a family, or the ARN of a task definition with or without its revision: all revisions belong to the
 * family.
 *
 * @param text - such as `nightly-report`, or `arn:aws:ecs:eu-west-1:111122223333:task-definition/nightly-report:7`
 * @returns the family, or what is wrong with the text in words
 * @public
 */
export function parseTaskFamily(
  text: string,
): Parsed<TaskFamily, TaskFamilyFault> {
  const written = text.trim();
  if (!written.startsWith('arn:')) {
    return FAMILY.test(written)
      ? parsed({ family: written, place: null })
      : notAFamily(written);
  }
  const result = parseArn(written);
  if (!result.ok) {
    return result.reason === 'several-arns'
      ? malformed('several', result.message, result.fix)
      : notAFamily(written);
  }
  const { partition, service, region, accountId, resource } = result.value;
  const [, family = ''] =
    /^task-definition\/([^/:]+)(?::\d+)?$/.exec(resource) ?? [];
  if (service !== 'ecs' || !FAMILY.test(family)) {
    return notAFamily(written);
  }
  const fault = region === '' ? 'it names no region' : accountFault(accountId);
  return fault === null
    ? parsed({ family, place: { partition, accountId, region } })
    : malformed(
        'bad-place',
        `'${written}' is no place where tasks run: ${fault}`,
        `Write arn:${partition}:ecs:REGION:ACCOUNT:task-definition/${family}.`,
      );
}

function notAFamily(text: string): Parsed<never, TaskFamilyFault> {
  return malformed(
    'not-a-family',
    `'${text}' names no family of task definitions`,
    'Write the name of the family, or arn:aws:ecs:REGION:ACCOUNT:task-definition/FAMILY.',
  );
}
