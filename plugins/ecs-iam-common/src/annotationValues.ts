/**
 * Splits an annotation that holds several values, separated by commas or line breaks.
 *
 * @returns the values without the space around them; none that is empty
 * @public
 */
export function splitAnnotationList(value: string): readonly string[] {
  return value
    .split(/[,\r\n]/)
    .map(part => part.trim())
    .filter(part => part !== '');
}

/**
 * Tags that a service must carry, all of them; or what is wrong with the annotation.
 *
 * @public
 */
export type TagSelector =
  | Readonly<{ ok: true; tags: Readonly<Record<string, string>> }>
  | Readonly<{
      ok: false;
      problems: readonly Readonly<{
        value: string;
        message: string;
        fix: string;
      }>[];
    }>;

/**
 * Reads the tags annotation of the AWS Labs plugins: `key=value`, separated by commas. A key ends at the first `=`, so
 * that a value may hold one.
 *
 * One bad part spoils the whole: to leave it out would match more services than were meant.
 *
 * @param value - the annotation, such as `component=checkout,environment=prod`
 * @public
 */
export function parseTagSelector(value: string): TagSelector {
  const parts = value
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '');
  if (parts.length === 0) {
    return bad([
      {
        value,
        message: 'The annotation is empty.',
        fix: 'Write the tags of the services as key=value, separated by commas.',
      },
    ]);
  }
  const tags = new Map<string, string>();
  const problems: { value: string; message: string; fix: string }[] = [];
  for (const part of parts) {
    const [, key, tag] = /^([^=]*)=(.*)$/s.exec(part) ?? [];
    const name = key?.trim();
    const wanted = tag?.trim();
    if (name === undefined || wanted === undefined) {
      problems.push({
        value: part,
        message: `'${part}' has no '='.`,
        fix: `Write the value that the tag must have: ${part}=VALUE.`,
      });
    } else if (name === '') {
      problems.push({
        value: part,
        message: `'${part}' names no tag.`,
        fix: `Write the key of the tag before the '=': KEY=${wanted}.`,
      });
    } else if (/\p{Cc}/u.test(part)) {
      problems.push({
        value: part,
        message: `The tag '${name}' holds a control character, which no tag of AWS can.`,
        fix: 'Write the tag again by hand.',
      });
    } else if (tags.has(name) && tags.get(name) !== wanted) {
      problems.push({
        value: part,
        message: `The tag '${name}' is asked for with two values, which no service can have.`,
        fix: `Leave one of them, or name the services in the annotation ecs-iam.io/service-arns.`,
      });
    } else {
      tags.set(name, wanted);
    }
  }
  return problems.length > 0
    ? bad(problems)
    : { ok: true, tags: Object.fromEntries(tags) };
}

function bad(
  problems: Extract<TagSelector, { ok: false }>['problems'],
): TagSelector {
  return { ok: false, problems };
}
