import type { Severity } from '../../analysis/finding';
import { intersect, type ActionSet } from '../../catalogue/actionSet';
import {
  actionsNamed,
  credentialsActions,
  dataActions,
  deletingActions,
  destroyingActions,
  exposureActions,
  modifyingActions,
  networkActions,
  secretActions,
  tamperingActions,
} from '../../catalogue/categories';
import { lazily } from '../../catalogue/lazily';

/**
 * How much it weighs to hold some actions on everything, as the rules about their categories say.
 *
 * @returns the severity of the worst of them
 */
export function severityOfActions(actions: ActionSet): Severity {
  const worst = SEVERITIES.find(([, categories]) =>
    categories.some(category => intersect(actions, category()).length > 0),
  );
  return worst?.[0] ?? 'info';
}

const passingActions = lazily(() => actionsNamed(['iam:PassRole']));

const SEVERITIES: readonly (readonly [
  Severity,
  readonly (() => ActionSet)[],
])[] = [
  [
    'high',
    [secretActions, credentialsActions, exposureActions, tamperingActions],
  ],
  [
    'medium',
    [
      dataActions,
      destroyingActions,
      deletingActions,
      networkActions,
      passingActions,
    ],
  ],
  ['low', [modifyingActions]],
];
