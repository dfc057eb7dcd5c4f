/**
 * How people name a role of the account that they look at.
 *
 * @param arn - of the role; `null`: none
 * @returns its name with its path, without the first slash: two roles of an account can only differ in these
 */
export function roleLabel<T extends string | null>(arn: T): T | string {
  return arn === null ? arn : arn.slice(arn.indexOf(':role/') + 6);
}
