import { catalogueDate } from '../../catalogue/catalogue';
import type { Reach } from '../../grants/grant';
import { defineRule } from '../defineRule';
import { ownSlots } from '../judgedSlots';
import { quoted } from '../words';
import { isWrittenByAws } from './awsManaged';
import { nearestAction } from './nearestAction';

/**
 * Names that no known action has and patterns that match none, in Allow, Deny and boundary. What is not even of the form
 * `service:Action` is `iam.malformed`. What AWS writes in its own policies nobody else can correct.
 */
export const unknownAction = defineRule({
  id: 'iam.unknown-action',
  title: 'Policy names an action that AWS does not have',
  severity: 'low',
  about: 'role',
  slots: ownSlots,
  needs: ['grants'],
  docs: {
    why: 'AWS takes any name without complaint. In an Allow a misspelt one grants nothing, and the application fails; in a Deny or after `NotAction` it is worse: what was to be forbidden is allowed.',
    fix: 'Correct the name. The operation of an API and the action that allows it are not always called alike: `ListObjectsV2` of S3 needs `s3:ListBucket`.',
    leaveIt:
      'AWS added the action after the date that the message names. It is then kept as it is, and not judged.',
    links: [
      'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html',
    ],
  },
  messages: {
    misspelt: (d: Described & { instead: string }) =>
      `Nothing is called ${quoted(d.actions)} (actions as of ${
        d.asOf
      }). Did you mean \`${d.instead}\`?`,
    unknown: (d: Described) =>
      `Nothing is called ${quoted(d.actions)} (actions as of ${d.asOf}).`,
  },
  *check({ grants: { grants, denials, bounds } }) {
    let suggestions = MOST_SUGGESTIONS;
    for (const reach of [...grants, ...denials, ...(bounds ?? [])]) {
      const rest: string[] = [];
      for (const action of unknownIn(reach)) {
        const instead = suggestions-- > 0 ? nearestAction(action) : null;
        if (instead === null) {
          rest.push(action);
        } else {
          yield {
            message: 'misspelt',
            data: { actions: [action], asOf: catalogueDate, instead },
            at: reach.at,
          };
        }
      }
      if (rest.length > 0) {
        yield {
          message: 'unknown',
          data: { actions: rest, asOf: catalogueDate },
          at: reach.at,
        };
      }
    }
  },
});

type Described = Readonly<{ actions: readonly string[]; asOf: string }>;

// A name is compared with all those of its service.
const MOST_SUGGESTIONS = 5;

function unknownIn({ unknownActions, at }: Reach): readonly string[] {
  return unknownActions.length === 0 || isWrittenByAws(at)
    ? []
    : unknownActions.filter(action => action.includes(':'));
}
