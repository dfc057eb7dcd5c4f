/**
 * A place of a finding in words.
 *
 * @param at - such as `inline:app#/Statement/1`
 * @returns such as ``statement 2 of `app` ``
 */
export function placeText(at: string): string {
  const hash = at.indexOf('#');
  const policy = at.slice(at.indexOf(':') + 1, hash);
  const name = policy.slice(policy.lastIndexOf('/') + 1);
  const index = /^\/Statement\/(\d+)$/.exec(at.slice(hash + 1))?.[1];
  return index === undefined
    ? `the statement of \`${name}\``
    : `statement ${Number(index) + 1} of \`${name}\``;
}
