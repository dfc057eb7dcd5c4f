// "the container agent must have permissions to make the ecr:BatchGetImage, ecr:GetDownloadUrlForLayer, and
// ecr:GetAuthorizationToken APIs": https://docs.aws.amazon.com/AmazonECR/latest/userguide/ECR_on_ECS.html
export const SIGN_IN_ACTION = 'ecr:GetAuthorizationToken';

export const PULL_ACTIONS = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];

/** Pushing checks layers, pulling does not; AWS managed policies grant it all the same. */
export const CHECK_ACTION = 'ecr:BatchCheckLayerAvailability';
