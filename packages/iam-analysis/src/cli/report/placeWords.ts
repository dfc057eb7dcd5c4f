/** The place of a finding, taken apart. */
export type FindingPlace = Readonly<{
  /** Such as `inline:app`; see `Policy`. */
  policyId: string;
  /** JSON pointer into its document; `''` is all of it. */
  pointer: string;
}>;

/**
 * @param at - of a finding: `inline:app#/Statement/0`
 * @returns `null` for a finding that is at no place in a policy
 */
export function placeOf(at: string): FindingPlace | null {
  const hash = at.indexOf('#');
  return hash === -1
    ? null
    : { policyId: at.slice(0, hash), pointer: at.slice(hash + 1) };
}

/** @returns such as `inline policy app, /Statement/0` */
export function placeWords({ policyId, pointer }: FindingPlace): string {
  return pointer === ''
    ? policyWords(policyId)
    : `${policyWords(policyId)}, ${pointer}`;
}

/** @returns such as `inline policy app` */
export function policyWords(policyId: string): string {
  const [kind, ...rest] = policyId.split(':');
  const name = rest.join(':');
  switch (kind) {
    case 'trust':
      return 'trust policy';
    case 'inline':
      return `inline policy ${name}`;
    case 'managed':
      return `managed policy ${name}`;
    case 'boundary':
      return `permissions boundary ${name}`;
    default:
      return policyId;
  }
}
