import { intersect, uniteAll } from '../../catalogue/actionSet';
import {
  actionsTaking,
  restrictableActions,
} from '../../catalogue/actionIndex';
import type { ResourceType } from '../../catalogue/ServiceTable';
import type { Grant, RoleGrants } from '../../grants/grant';
import type { Expectation } from '../../grants/holdings';
import { mitigationOf } from '../../grants/mitigationOf';
import { typesOn } from '../../grants/reachableActions';
import { oncePer } from '../../grants/oncePer';
import type { ResourcePattern } from '../../grants/ResourcePattern';
import { wholeActions } from '../../grants/wholeActions';
import { defineRule } from '../defineRule';
import { expectedIn } from '../../ecs/expectedIn';
import { ownSlots } from '../judgedSlots';
import { quoted } from '../words';
import { isAdministrator } from './administrator';
import { atMost } from './atMost';
import { severityOfActions } from './severityOfActions';

/**
 * An ARN that takes in every resource of a type in the account. What can be done there has rules of its own, which judge
 * it like `*`; this one says why, and weighs as much. Of an administrator nothing is said: `iam.admin-access` covers it.
 */
export const effectiveStar = defineRule({
  id: 'iam.effective-star',
  title: 'ARN looks like a bound and takes in every resource of its type',
  severity: 'info',
  about: 'role',
  slots: ownSlots,
  needs: ['grants'],
  docs: {
    why: 'An ARN reads like one resource, or like those of one application. With wildcards in all the right places it is every resource of its type in the account, and other findings treat it as `*`.',
    fix: 'Write at least the part of the name that the resources of the application have in common, such as `arn:aws:s3:::checkout-*`.',
    leaveIt:
      'The application works with every resource of the type, and the ARN keeps the statement from reaching other types.',
    links: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
    ],
  },
  messages: {
    types: (d: Described & { types: readonly string[] }) =>
      `Every ${quoted(d.types)} of the account is within ${quoted(
        d.resources,
      )}, as with \`*\`.`,
    everything: (d: Described) =>
      `Every resource of the account is within ${quoted(
        d.resources,
      )}, as with \`*\`.`,
  },
  *check({ grants: role }, { slot }) {
    if (isAdministrator(role)) {
      return;
    }
    yield* atMost(MOST_STATEMENTS, reportsOf(role, expectedIn(slot)));
  },
});

const MOST_STATEMENTS = 50;

function* reportsOf(role: RoleGrants, isExpected: Expectation) {
  for (const grant of role.grants) {
    const star = starIn(grant);
    if (star !== null) {
      const { report, actions, severity } = star;
      const mitigatedBy = mitigationOf(role, grant, actions, isExpected);
      yield {
        ...report,
        at: grant.at,
        severity,
        ...(mitigatedBy ? { mitigatedBy } : {}),
      };
    }
  }
}

type Described = Readonly<{ resources: readonly string[] }>;

const starIn = oncePer((grant: Grant) => {
  if (
    grant.resources.kind === 'all-but' ||
    grant.everything ||
    wholeActions(grant).length === 0
  ) {
    return null;
  }
  const resources: string[] = [];
  const types = new Set<ResourceType>();
  grant.patterns.forEach((pattern, index) => {
    const whole = wholeTypes(pattern, grant);
    if (pattern.isEverything || whole.length > 0) {
      resources.push(grant.resources.patterns[index]);
      whole.forEach(type => types.add(type));
    }
  });
  const everything = grant.patterns.some(each => each.isEverything);
  const actions = intersect(
    grant.known,
    everything
      ? restrictableActions()
      : uniteAll([...types].map(actionsTaking)),
  );
  const report = everything
    ? ({ message: 'everything', data: { resources } } as const)
    : ({
        message: 'types',
        data: { resources, types: namesOf([...types]) },
      } as const);
  return actions.length === 0
    ? null
    : { report, actions, severity: severityOfActions(actions) };
});

// Those that an action of the statement takes.
function wholeTypes(
  pattern: ResourcePattern,
  { known }: Grant,
): readonly ResourceType[] {
  return /[*?]/.test(pattern.text)
    ? typesOn(pattern).filter(
        type =>
          pattern.scopeOn(type) === 'all' &&
          intersect(actionsTaking(type), known).length > 0,
      )
    : [];
}

function namesOf(types: readonly ResourceType[]): string[] {
  return [...new Set(types.map(({ name }) => name))].sort();
}
