import { NO_ACTIONS, setOf, type ActionSet } from './actionSet';
import { serviceTables } from './catalogue';
import { lazily } from './lazily';

/**
 * The actions that take a resource whose ARN names a service: `sts:AssumeRole` takes roles of `iam`.
 *
 * @param arnService - such as `iam`
 */
export function actionsOnResourcesOf(arnService: string): ActionSet {
  return byArnService().get(arnService) ?? NO_ACTIONS;
}

const byArnService = lazily((): ReadonlyMap<string, ActionSet> => {
  const numbers = new Map<string, number[]>();
  for (const table of serviceTables()) {
    for (let action = table.first; action < table.end; action++) {
      for (const { arnService } of table.signatureOf(action).types) {
        const before = numbers.get(arnService);
        if (before === undefined) {
          numbers.set(arnService, [action]);
        } else {
          before.push(action);
        }
      }
    }
  }
  return new Map(
    [...numbers].map(([service, actions]) => [service, setOf(actions)]),
  );
});
