import { decide, type DecidingRole } from '../../decide/decide';
import type { Decision } from '../../decide/decision';
import { known, type Known, type Unknown } from '../../known';
import { covers } from '../../policy/wildcard';
import type { JudgedNeed } from './judgedNeed';
import type { PermissionNeed, RoleNeeds } from './permission';
import { concrete, requestContext, requestsOf } from './probes';

/**
 * How a role stands to each of its needs, in their order.
 *
 * @param needs - what ECS demands
 * @param role - what it has
 * @returns unknown when a policy could not be read. A need that only statements with conditions on unknown keys grant, or
 *   that such a Deny may take away, is `conditional`: it is not called missing
 * @public
 */
export function judgeNeeds(
  { needs }: Pick<RoleNeeds, 'needs'>,
  role: DecidingRole,
): Known<readonly JudgedNeed[]> {
  const judged: JudgedNeed[] = [];
  for (const need of needs) {
    const one = judgeNeed(need, role);
    if (!one.known) {
      return one;
    }
    judged.push(one.value);
  }
  return known(judged);
}

type Answer = Readonly<{ action: string; decision: Decision }>;

function judgeNeed(
  need: PermissionNeed,
  role: DecidingRole,
): Known<JudgedNeed> {
  const judged = judgeProbes(need, role);
  if (!judged.known || judged.value.state !== 'missing') {
    return judged;
  }
  for (const probe of possibleProbes(need, role)) {
    const other = judgeProbes({ ...need, probes: [probe] }, role);
    if (other.known && other.value.state !== 'missing') {
      return known({ ...other.value, need });
    }
  }
  return judged;
}

// Whoever wrote the policy may know the resource that is meant.
function possibleProbes(
  { possible = [] }: PermissionNeed,
  { policies }: DecidingRole,
): readonly string[] {
  if (possible.length === 0) {
    return [];
  }
  const named = policies.flatMap(({ document }) =>
    document.known
      ? document.value.statements.flatMap(({ effect, resources }) =>
          effect === 'Allow' && resources?.kind === 'only'
            ? resources.patterns
            : [],
        )
      : [],
  );
  return [
    ...possible,
    ...named.filter(each => possible.some(pattern => covers(pattern, each))),
  ].map(concrete);
}

function judgeProbes(
  need: PermissionNeed,
  role: DecidingRole,
): Known<JudgedNeed> {
  const answers: Answer[] = [];
  for (const { action, resource } of requestsOf(need)) {
    const context = requestContext(need, resource);
    const decision = decide(role, { action, resource, context });
    if (!decision.known) {
      return decision satisfies Unknown;
    }
    answers.push({ action, decision: decision.value });
  }
  const missing = answers.filter(
    ({ decision }) => standingOf(decision) === 'missing',
  );
  const isHeld = answers.every(
    ({ decision }) => standingOf(decision) === 'held',
  );
  const telling = missing.length > 0 ? missing : answers;
  return known({
    need,
    state: stateOf(missing.length > 0, isHeld),
    missing: [...new Set(missing.map(({ action }) => action))],
    at: [
      ...new Set(
        telling.flatMap(({ decision }) => decision.because.map(({ at }) => at)),
      ),
    ],
    denied: missing.some(
      ({ decision }) => decision.decision === 'explicitDeny',
    ),
  });
}

function stateOf(isMissing: boolean, isHeld: boolean): JudgedNeed['state'] {
  if (isMissing) {
    return 'missing';
  }
  return isHeld ? 'held' : 'conditional';
}

// What hangs on keys that nobody knows here may well hold when the task runs.
function standingOf({ decision, because }: Decision): JudgedNeed['state'] {
  switch (decision) {
    case 'allowed':
      return because.some(({ did }) => did === 'could-deny')
        ? 'conditional'
        : 'held';
    case 'explicitDeny':
      return because.some(
        ({ did, open }) => did === 'denies' && open.length === 0,
      )
        ? 'missing'
        : 'conditional';
    case 'implicitDeny':
      return because.some(
        ({ did, failed }) =>
          (did === 'could-grant' || did === 'could-permit') &&
          failed.length === 0,
      )
        ? 'conditional'
        : 'missing';
    default:
      return decision satisfies never;
  }
}
