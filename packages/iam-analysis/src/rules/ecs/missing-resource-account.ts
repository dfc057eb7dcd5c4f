import { restrictableActions } from '../../catalogue/actionIndex';
import { intersect, type ActionSet } from '../../catalogue/actionSet';
import { actionsOfService } from '../../catalogue/catalogue';
import { lazily } from '../../catalogue/lazily';
import { takesAnyValue } from '../../grants/conditionKeys';
import type { Grant } from '../../grants/grant';
import { mitigationOf } from '../../grants/mitigationOf';
import { oncePer } from '../../grants/oncePer';
import { reachableActions } from '../../grants/reachableActions';
import { arnSegments } from '../../policy/arnPattern';
import { operatorTraits } from '../../policy/conditionOperators';
import { defineRule } from '../defineRule';
import { isAdministrator } from '../iam/administrator';
import { atMost } from '../iam/atMost';
import { quoted } from '../words';
import { executionSlots, MOST_STATEMENTS, writtenActions } from './excess';

/**
 * Files of a bucket whose owner the policy leaves open. The ARN of a bucket holds no account: when a bucket is deleted,
 * anybody may take its name.
 */
export const missingResourceAccount = defineRule({
  id: 'ecs.missing-resource-account',
  title: 'Execution role reads a bucket whoever owns it',
  severity: 'low',
  about: 'role',
  slots: executionSlots,
  needs: ['grants'],
  docs: {
    why: 'A bucket is known by its name alone. Once it is deleted, a stranger can make one of that name, and your tasks start with the environment file or the configuration that the stranger put there.',
    fix: 'Add a condition: `"StringEquals": { "aws:ResourceAccount": "ACCOUNT" }`, with the account of the bucket.',
    leaveIt: 'The bucket is of a partner whose account you do not know.',
    links: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
    ],
  },
  messages: {
    anyOwner: (d: { actions: readonly string[]; buckets: readonly string[] }) =>
      `${quoted(d.actions)} on ${quoted(
        d.buckets,
      )} without a condition on \`aws:ResourceAccount\`: a bucket of that name is reached whoever owns it.`,
  },
  *check({ grants: role }) {
    if (!isAdministrator(role)) {
      const reports = role.grants.flatMap(grant => {
        const open = openBuckets(grant);
        if (open === null) {
          return [];
        }
        const taken = mitigationOf(role, grant, open.actions);
        return [
          {
            message: 'anyOwner' as const,
            data: {
              actions: writtenActions(open.actions),
              buckets: open.buckets,
            },
            at: grant.at,
            ...(taken === 'deny' || taken === 'boundary'
              ? { mitigatedBy: taken }
              : {}),
          },
        ];
      });
      yield* atMost(MOST_STATEMENTS, reports);
    }
  },
});

const bucketActions = lazily(() =>
  intersect(actionsOfService('s3'), restrictableActions()),
);

/** What a statement that names S3 reaches in buckets of any account; `null`: nothing. */
const openBuckets = oncePer(
  (
    grant: Grant,
  ): Readonly<{ actions: ActionSet; buckets: readonly string[] }> | null => {
    if (!namesS3(grant) || bindsAccount(grant)) {
      return null;
    }
    const actions = intersect(reachableActions(grant), bucketActions());
    const buckets = grant.patterns
      .filter(({ text }) => !namesAccount(text))
      .filter(each => each.service === null || each.service === 's3')
      .map(({ text }) => text);
    return actions.length === 0 || buckets.length === 0
      ? null
      : { actions, buckets };
  },
);

function namesS3({ actions, resources }: Grant): boolean {
  return (
    actions.kind === 'only' &&
    resources.kind === 'only' &&
    actions.patterns.some(each => /^s3:/i.test(each))
  );
}

// Those of access points do.
function namesAccount(pattern: string): boolean {
  const [, , , , account = ''] = arnSegments(pattern) ?? [];
  return /^\d{12}$/.test(account);
}

const OWNER = /^(aws:resource(account|orgid|orgpaths)|s3:resourceaccount)$/;

function bindsAccount({ conditions }: Grant): boolean {
  return conditions.some(
    condition =>
      OWNER.test(condition.key.toLowerCase()) &&
      operatorTraits(condition.operator)?.negated === false &&
      !takesAnyValue(condition),
  );
}
