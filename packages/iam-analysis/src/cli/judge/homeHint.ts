import type { RoleNeeds } from '../../ecs/permissions/permission';
import { listed } from '../../rules/words';
import type { HomeTold } from '../evidence/taskHome';

/** Says how to tell where the tasks run, beside each need that hangs on it and could not be resolved. */
export function withHint(needs: RoleNeeds, home: HomeTold): RoleNeeds {
  const options = [
    ...(home.accountId === null ? ['--account'] : []),
    ...(home.region === null ? ['--region'] : []),
  ];
  return options.length === 0
    ? needs
    : {
        ...needs,
        unresolved: needs.unresolved.map(each =>
          WAITS.test(each.why)
            ? { ...each, why: `${each.why}: pass ${listed(options)}` }
            : each,
        ),
      };
}

// The words of the derivation.
const WAITS = /where the tasks? runs? must be known/;
