import { setOf, type ActionSet } from '../../../catalogue/actionSet';
import {
  actionName,
  findAction,
  signatureOf,
} from '../../../catalogue/catalogue';
import {
  escalations,
  type Escalation,
} from '../../../catalogue/categories/escalations';
import { lazily } from '../../../catalogue/lazily';

/** An escalation with its actions by number. Sets with an action that the catalogue lost are left out. */
export type IndexedEscalation = Escalation &
  Readonly<{
    numbers: readonly number[];
    /** One of its actions changes roles: on every role of the account, that is the whole account. */
    changesRoles: boolean;
  }>;

/** Every escalation. */
export const indexedEscalations = lazily((): readonly IndexedEscalation[] =>
  escalations.flatMap(escalation => {
    const numbers = escalation.actions.flatMap(name => findAction(name) ?? []);
    return numbers.length === escalation.actions.length
      ? [{ ...escalation, numbers, changesRoles: numbers.some(takesRoles) }]
      : [];
  }),
);

/** Every action that is part of one. */
export const escalatingActions = lazily(
  (): ActionSet =>
    setOf(indexedEscalations().flatMap(({ numbers }) => numbers)),
);

const ASSUME_ROLE = 'sts:AssumeRole';

// To take a policy off a role gives it nothing but what a Deny in it kept back.
const REMOVALS = ['iam:DeleteRolePolicy', 'iam:DetachRolePolicy'];

function takesRoles(action: number): boolean {
  return (
    ![ASSUME_ROLE, ...REMOVALS].includes(actionName(action)) &&
    signatureOf(action).types.some(
      ({ name, arnService }) => name === 'role' && arnService === 'iam',
    )
  );
}
