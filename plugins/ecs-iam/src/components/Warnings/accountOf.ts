import type { Finding } from '@ecs-iam/plugin-ecs-iam-common';

/**
 * The account in which a finding is.
 *
 * @param finding - its subject is the ARN of a role or of a service
 * @returns the account id, the fifth part of an ARN
 */
export function accountOf({ subject }: Pick<Finding, 'subject'>): string {
  return subject.split(':')[4] ?? '';
}
