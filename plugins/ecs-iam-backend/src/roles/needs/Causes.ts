import { keyOfNeed } from '@ecs-iam/iam-analysis';
import type { PermissionNeed, UnresolvedNeed } from '@ecs-iam/iam-analysis';
import type {
  NeededPermission,
  UnresolvedNeed as UnresolvedView,
} from '@ecs-iam/plugin-ecs-iam-common';
import type { NeedsOfUse, RevisionNeeds } from '../../inventory/Inventory';
import { lastSegment } from '../../entities/EntityIndex';
import type { RoleUser } from '../roleUsers';

type Cause = NeededPermission['because'][number];

/** What in which service makes the needs of a role. */
export class Causes {
  readonly #byNeed = new Map<string, Cause[]>();
  readonly #unresolved = new Map<string, UnresolvedView>();

  private constructor(
    uses: readonly NeedsOfUse[],
    users: ReadonlyMap<string, RoleUser>,
  ) {
    for (const use of uses) {
      for (const each of use.needs.known ? use.needs.value : []) {
        this.#add(each, use.serviceArn, users);
      }
    }
  }

  /** @param users - the services, by ARN */
  static create(
    uses: readonly NeedsOfUse[],
    users: ReadonlyMap<string, RoleUser>,
  ): Causes {
    return new Causes(uses, users);
  }

  /** @returns every field that causes a need, with its service and revision */
  of(need: PermissionNeed): Cause[] {
    return this.#byNeed.get(keyOfNeed(need)) ?? [];
  }

  /** Needs that cannot be named, each with the field that it comes from. */
  unresolved(): UnresolvedView[] {
    return [...this.#unresolved.values()];
  }

  #add(
    { taskDefinitionArn, needs }: RevisionNeeds,
    serviceArn: string,
    users: ReadonlyMap<string, RoleUser>,
  ): void {
    const causeOf = ({
      because,
    }: Pick<PermissionNeed | UnresolvedNeed, 'because'>): Cause => ({
      field: because,
      serviceArn,
      serviceName: users.get(serviceArn)?.serviceName ?? null,
      revision: lastSegment(taskDefinitionArn),
    });
    for (const need of needs.needs) {
      const key = keyOfNeed(need);
      const causes = this.#byNeed.get(key) ?? [];
      causes.push(causeOf(need));
      this.#byNeed.set(key, causes);
    }
    for (const need of needs.unresolved) {
      const { certain, phrase, why } = need;
      const because = causeOf(need);
      const view = { certain, phrase, why, because };
      this.#unresolved.set(JSON.stringify(view), view);
    }
  }
}
