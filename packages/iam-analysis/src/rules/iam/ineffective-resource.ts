import {
  actionsOnAnyService,
  restrictableActions,
} from '../../catalogue/actionIndex';
import {
  actionsIn,
  includesAll,
  intersect,
  NO_ACTIONS,
  subtract,
  unite,
  uniteAll,
  type ActionSet,
} from '../../catalogue/actionSet';
import { actionName, signatureOf } from '../../catalogue/catalogue';
import { expandAction } from '../../catalogue/expandAction';
import type { Grant } from '../../grants/grant';
import type { Home } from '../../grants/home';
import { oncePer } from '../../grants/oncePer';
import { reachableActions } from '../../grants/reachableActions';
import { defineRule } from '../defineRule';
import { ownSlots } from '../judgedSlots';
import { quoted, quotedOr } from '../words';
import { isWrittenByAws } from './awsManaged';
import { writtenPatterns } from './expansion';

/**
 * Actions that no resource of their statement fits. A pattern of which some actions reach something is no mistake
 * (`s3:Get*` on a bucket), and neither is `NotAction`, nor a resource that none of the actions takes: `s3:ListBucket` on
 * a bucket and its objects is right. What AWS writes in its own policies nobody else can correct.
 */
export const ineffectiveResource = defineRule({
  id: 'iam.ineffective-resource',
  title: 'Actions are allowed on resources that they do not take',
  severity: 'low',
  about: 'role',
  slots: ownSlots,
  needs: ['grants'],
  docs: {
    why: 'The statement looks like a permission and is none: the call is denied. Often someone then adds a wider statement beside it, to get the application going.',
    fix: 'Write the form of ARN that the message names. Actions that take no resource go into a statement of their own, on `*`.',
    leaveIt:
      'The application does not call the action: then delete it from the statement, which changes nothing else.',
    links: [
      'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html',
    ],
  },
  messages: {
    otherResource: (d: Described & { takes: readonly string[] }) =>
      `This statement does not allow ${quoted(
        d.actions,
      )}: as AWS documents it, the resource is ${quotedOr(
        d.takes,
      )}, not ${quoted(d.resources)}.`,
    noResource: (d: Described) =>
      `This statement does not allow ${quoted(
        d.actions,
      )}: as AWS documents it, only \`*\` does, not ${quoted(d.resources)}.`,
  },
  *check({ grants: role }) {
    for (const grant of role.grants) {
      const { takingOther, takingNone } = lostActions(grant);
      const resources = writtenPatterns(grant.resources);
      if (takingOther.length > 0) {
        yield {
          message: 'otherResource',
          data: {
            actions: namesOf(takingOther),
            resources,
            takes: formsTakenBy(takingOther, role.home),
          },
          at: grant.at,
        };
      }
      if (takingNone.length > 0) {
        yield {
          message: 'noResource',
          data: { actions: namesOf(takingNone), resources },
          at: grant.at,
        };
      }
    }
  },
});

type Described = Readonly<{
  actions: readonly string[];
  resources: readonly string[];
}>;

type Lost = Readonly<{ takingOther: ActionSet; takingNone: ActionSet }>;

const NOTHING: Lost = { takingOther: NO_ACTIONS, takingNone: NO_ACTIONS };

// Of patterns with nothing that reaches anything.
const lostActions = oncePer((grant: Grant): Lost => {
  const { actions, everything, at, known } = grant;
  if (actions.kind === 'all-but' || everything || isWrittenByAws(at)) {
    return NOTHING;
  }
  const reachable = reachableActions(grant);
  if (includesAll(reachable, known)) {
    return NOTHING;
  }
  const mayReach = unite(reachable, actionsOnAnyService());
  const lost = uniteAll(
    actions.patterns
      .map(expandAction)
      .filter(each => intersect(each, mayReach).length === 0),
  );
  return {
    takingOther: intersect(lost, restrictableActions()),
    takingNone: subtract(lost, restrictableActions()),
  };
});

function namesOf(actions: ActionSet): string[] {
  return [...actionsIn(actions)].map(actionName);
}

const MOST_FORMS = 3;

function formsTakenBy(actions: ActionSet, { partition }: Home): string[] {
  const forms = new Set<string>();
  for (const action of actionsIn(actions)) {
    for (const { arn } of signatureOf(action).types) {
      forms.add(arn.replace('{Partition}', partition));
      if (forms.size === MOST_FORMS) {
        return [...forms];
      }
    }
  }
  return [...forms];
}
