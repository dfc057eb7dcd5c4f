import type { IAMClient } from '@aws-sdk/client-iam';
import type { Role } from '@ecs-iam/iam-analysis';
import { Gaps } from './Gaps';
import type { IamName } from './iamArn';
import { readManagedPolicy, type ReadPolicy } from './managedPolicies';
import { Recent } from './Recent';
import { readRole } from './role';

export type ReadRole = Readonly<{ role: Role; gaps: Gaps }>;

/**
 * The roles and managed policies of each account, kept for a while: the regions of an account share one IAM and one
 * budget of calls, so that each role is read once for all of them. No signal ends such a read, because another region
 * may be waiting for it.
 */
export class RoleShelf {
  readonly #roles: Recent<ReadRole>;
  readonly #policies: Recent<ReadPolicy>;

  private constructor(maxAge: number, now: () => number) {
    this.#roles = Recent.create({ maxAge, now });
    this.#policies = Recent.create({ maxAge, now });
  }

  /** @param options - `maxAge` in milliseconds */
  static create(
    options: Readonly<{ maxAge: number; now: () => number }>,
  ): RoleShelf {
    return new RoleShelf(options.maxAge, options.now);
  }

  /** @param after - what was read at this time or before is read again */
  role(iam: IAMClient, name: IamName, after: number): Promise<ReadRole> {
    return this.#roles.get(name.arn, after, async () => {
      const gaps = Gaps.create();
      const account = `${name.partition}:${name.accountId}`;
      const managedPolicies = (arn: string) =>
        this.#policies.get(`${account} ${arn}`, after, () =>
          readManagedPolicy(iam, arn),
        );
      return {
        role: await readRole({ iam, gaps, managedPolicies }, name),
        gaps,
      };
    });
  }
}
