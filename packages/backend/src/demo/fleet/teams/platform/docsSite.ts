import { joinParts } from '../../build/fleetPart';
import { repositoryArn } from '../../build/names';
import { fargate } from '../../build/placements';
import { allow } from '../../build/policies';
import { besides } from '../../build/roleChoice';
import { service } from '../../build/service';
import { prodEuFargate } from '../../sites';

/** A copy of an image of Docker Hub, which ECR makes when it is first pulled. */
export const docsSite = joinParts(
  {
    pullThroughCaches: [
      {
        account: prodEuFargate.account,
        region: prodEuFargate.region,
        prefix: 'docker-hub',
        upstream: 'registry-1.docker.io',
      },
    ],
  },
  service(prodEuFargate, {
    name: 'docs-site',
    team: 'platform',
    on: fargate(),
    image: `${prodEuFargate.account}.dkr.ecr.eu-west-1.amazonaws.com/docker-hub/library/nginx:1.29`,
    execution: besides(
      allow(
        ['ecr:BatchImportUpstreamImage', 'ecr:CreateRepository'],
        repositoryArn(prodEuFargate, 'docker-hub/*'),
      ),
    ),
    task: null,
  }),
);
