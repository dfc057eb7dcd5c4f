import { parseImage, type ImageReference } from '../../names/image';
import { imagePullPhrases, isOfEcr } from '../../needs/imagePulls';
import type { Container } from '../../taskDefinition';
import { isRegion, ownArn } from '../arns/ownArn';
import { partitionOf } from '../../names/partitionOf';
import type { NeedsInput, TaskHome } from '../derivation';
import { PULL_FAILURE, signInFailure } from '../failures';
import type { PermissionNeed, RoleNeeds } from '../permission';
import {
  resolved,
  unresolvable,
  unresolvableFor,
  variableIn,
  type Resolved,
} from '../resolved';
import { needOf, NOTHING, roleNeeds } from '../roleNeeds';
import { uniteNeeds } from '../uniteNeeds';
import { requiredForAgent } from './executionRoleUse';
import { CHECK_ACTION, PULL_ACTIONS, SIGN_IN_ACTION } from './pullActions';
import { pullThroughCache } from './pullThroughCache';

/**
 * Rows E1, E2 and E4: images in private ECR. Public ECR and other registries (E3, E6) need nothing.
 * Sources: https://docs.aws.amazon.com/AmazonECR/latest/userguide/ECR_on_ECS.html,
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html
 *
 * @returns what the agent needs to pull the images, with whichever role it does
 */
export function imagePulls(input: NeedsInput): RoleNeeds {
  return uniteNeeds(
    input.taskDefinition.containers.map((container, index) =>
      pullOf(container, `containerDefinitions[${index}].image`, input),
    ),
  );
}

function pullOf(
  container: Container,
  because: string,
  input: NeedsInput,
): RoleNeeds {
  const image = imageIn(container.image);
  if (!image.ok) {
    return unresolvedPull(container.image, because, image.why, input);
  }
  if (image.value.registry !== 'ecr-private') {
    return NOTHING;
  }
  const { home, compute } = input;
  const arn = repositoryArn(image.value, home);
  const [phrase] = imagePullPhrases([container], home);
  const required = requiredForAgent(compute);
  if (!arn.ok) {
    return roleNeeds({
      required,
      needs: [signIn(because, input)],
      unresolved: [
        {
          row: 'E1',
          certain: true,
          because,
          phrase,
          why: arn.why,
          actions: PULL_ACTIONS,
        },
      ],
    });
  }
  const { accountId } = image.value;
  const foreign = home.accountId !== '' && accountId !== home.accountId;
  return uniteNeeds([
    roleNeeds({
      required,
      needs: [
        signIn(because, input),
        needOf({
          row: foreign ? 'E2' : 'E1',
          actions: PULL_ACTIONS,
          resources: [arn.value],
          because,
          phrase,
          failure: PULL_FAILURE,
          alsoNeeds: foreign
            ? `the policy of the repository in account ${accountId}`
            : null,
        }),
      ],
      accepted: [
        {
          actions: [CHECK_ACTION],
          resources: [arn.value],
          why: 'pulling does not need it, but AWS managed policies and tools grant it with the other actions of a pull',
        },
      ],
    }),
    pullThroughCache(image.value, because, input),
  ]);
}

function signIn(because: string, { compute }: NeedsInput): PermissionNeed {
  return needOf({
    row: 'E1',
    actions: [SIGN_IN_ACTION],
    resources: ['*'],
    because,
    phrase: 'signs in to ECR',
    failure: signInFailure(compute),
  });
}

function imageIn(text: string): Resolved<ImageReference> {
  if (text.trim() === '') {
    return unresolvable('the container names no image: name one');
  }
  const variable = variableIn(text, 'the image');
  if (variable !== null) {
    return variable;
  }
  const image = parseImage(text);
  return image.ok ? resolved(image.value) : unresolvableFor(image);
}

function repositoryArn(
  {
    region,
    accountId,
    repository,
  }: Extract<ImageReference, { registry: 'ecr-private' }>,
  home: TaskHome,
): Resolved<string> {
  if (isRegion(region) && partitionOf(region) !== home.partition) {
    return unresolvable(
      `a role of the partition ${home.partition} cannot be granted anything in ${region}: keep a copy of the image in a region of its own partition`,
    );
  }
  return ownArn(
    { ...home, accountId },
    'ecr',
    `repository/${repository}`,
    region,
  );
}

function unresolvedPull(
  image: string,
  because: string,
  why: string,
  input: NeedsInput,
): RoleNeeds {
  const required = requiredForAgent(input.compute);
  const isEcr = isOfEcr(image);
  return roleNeeds({
    required: isEcr || required === false ? required : null,
    needs: isEcr ? [signIn(because, input)] : [],
    unresolved: [
      {
        row: 'E1',
        certain: true,
        because,
        phrase: 'pulls an image',
        why,
        actions: isEcr ? PULL_ACTIONS : [SIGN_IN_ACTION, ...PULL_ACTIONS],
      },
    ],
  });
}
