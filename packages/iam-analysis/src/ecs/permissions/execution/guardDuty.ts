import { canBeWatched } from '../../needs/guardDuty';
import { ownArn } from '../arns/ownArn';
import type { NeedsInput } from '../derivation';
import { signInFailure } from '../failures';
import type { RoleNeeds } from '../permission';
import { unresolvable, type Resolved } from '../resolved';
import { needOf, NOTHING, roleNeeds } from '../roleNeeds';
import { guardDutyAccounts } from './guardDutyRepositories';
import { CHECK_ACTION, PULL_ACTIONS, SIGN_IN_ACTION } from './pullActions';

const BECAUSE = 'service.guardDutyEnabled';
const PHRASE = 'pulls the agent of GuardDuty Runtime Monitoring from ECR';
const REPOSITORY = 'repository/aws-guardduty-agent-fargate';

/**
 * Row E15: GuardDuty adds a container to tasks on Fargate, whose image the task pulls with its execution role.
 * Source: https://docs.aws.amazon.com/guardduty/latest/ug/prereq-runtime-monitoring-ecs-support.html
 */
export function guardDuty(input: NeedsInput): RoleNeeds {
  const { taskDefinition, compute, service } = input;
  if (!canBeWatched(taskDefinition, compute, service)) {
    return NOTHING;
  }
  const repository = repositoryArn(input);
  const watched = service?.guardDuty ?? null;
  if (watched === null) {
    return perhaps(repository, null);
  }
  if (!watched.known) {
    return perhaps(repository, watched.because);
  }
  return watched.value ? pull(repository, input) : NOTHING;
}

function repositoryArn({ home }: NeedsInput): Resolved<string> {
  const accountId = guardDutyAccounts.get(home.region);
  return accountId === undefined
    ? unresolvable(
        home.region === ''
          ? 'the region where the tasks run must be known for it'
          : `the documentation of GuardDuty names no repository for ${home.region}: find the account in the events of the service`,
      )
    : ownArn({ ...home, accountId }, 'ecr', REPOSITORY);
}

function pull(
  repository: Resolved<string>,
  { compute }: NeedsInput,
): RoleNeeds {
  const signIn = needOf({
    row: 'E15',
    actions: [SIGN_IN_ACTION],
    resources: ['*'],
    because: BECAUSE,
    phrase: 'signs in to ECR',
    failure: signInFailure(compute),
  });
  return repository.ok
    ? roleNeeds({
        required: true,
        needs: [
          signIn,
          needOf({
            row: 'E15',
            actions: PULL_ACTIONS,
            resources: [repository.value],
            because: BECAUSE,
            phrase: PHRASE,
            failure:
              'CannotPullContainerError for aws-guardduty-agent-fargate: GuardDuty does not watch the task',
          }),
        ],
        accepted: [
          {
            actions: [CHECK_ACTION],
            resources: [repository.value],
            why: 'the guide of GuardDuty grants it with the other actions of a pull',
          },
        ],
      })
    : roleNeeds({
        required: true,
        needs: [signIn],
        unresolved: [
          {
            row: 'E15',
            certain: true,
            because: BECAUSE,
            phrase: PHRASE,
            why: repository.why,
            actions: [...PULL_ACTIONS, CHECK_ACTION],
          },
        ],
      });
}

// Without a service nothing is deployed yet: then the definition alone is judged, and the note informs.
function perhaps(repository: Resolved<string>, why: string | null): RoleNeeds {
  const actions = [...PULL_ACTIONS, CHECK_ACTION];
  return roleNeeds({
    required: why === null ? false : null,
    accepted: repository.ok
      ? [
          { actions: [SIGN_IN_ACTION], resources: ['*'], why: MAY_WATCH },
          { actions, resources: [repository.value], why: MAY_WATCH },
        ]
      : [],
    unresolved: [
      {
        row: 'E15',
        certain: false,
        because: BECAUSE,
        phrase: PHRASE,
        why: `whether GuardDuty watches the tasks is not known${
          why === null ? '' : ` (${why})`
        }: with ecs:DescribeServiceRevisions it is`,
        actions: repository.ok ? [] : [SIGN_IN_ACTION, ...actions],
      },
    ],
  });
}

const MAY_WATCH = 'GuardDuty Runtime Monitoring needs it, if it is on';
