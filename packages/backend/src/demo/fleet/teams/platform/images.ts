/** Images that anybody may pull. */
export const publicImage = 'public.ecr.aws/docker/library/nginx:1.29';
export const agentImage =
  'public.ecr.aws/cloudwatch-agent/cloudwatch-agent:1.300061';
