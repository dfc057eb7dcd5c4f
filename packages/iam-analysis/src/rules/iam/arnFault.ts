/**
 * What is wrong with an ARN in `Resource` or `NotResource`. In policies of a role the last segments may be missing: then
 * they read `*`, and that is no fault.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 *
 * @param pattern - as it stands in the policy
 * @returns the reason in words; `null` for what is sound, and for what is no ARN at all
 */
export function arnFault(pattern: string): string | null {
  if (!pattern.startsWith('arn:')) {
    return null;
  }
  // A policy variable holds a colon itself.
  const [, partition, service, region, account, ...resource] = pattern
    .replace(/\$\{[^}]*\}/g, '*')
    .split(':');
  return (
    partFault(pattern, 'a partition such as aws', partition, PARTITION) ??
    partFault(pattern, 'a service such as s3', service, SERVICE) ??
    partFault(pattern, 'a Region or nothing', region, REGION) ??
    partFault(
      pattern,
      'an account of 12 digits or nothing',
      account,
      ACCOUNT,
    ) ??
    (resource.length > 0 && resource.join(':') === ''
      ? `'${pattern}' names no resource`
      : null)
  );
}

const PARTITION = /^aws(-[a-z]+)*$/;
const SERVICE = /^[a-z0-9-]+$/;
const REGION = /^([a-z]{2,}(-[a-z]+)+-\d+)?$/;
// In place of its own account AWS writes `aws`, or the name of a service.
const ACCOUNT = /^(\d{12}|[a-z][a-z-]*)?$/;

function partFault(
  pattern: string,
  expected: string,
  part: string | undefined,
  fits: RegExp,
): string | null {
  const isOpen = part !== undefined && /[*?]/.test(part) && !part.includes('/');
  return part === undefined || isOpen || fits.test(part)
    ? null
    : `'${pattern}': expected ${expected}, found '${part}'`;
}
