import type { LogConfiguration } from '@aws-sdk/client-ecs';
import type { JsonObject } from '@backstage/types';
import type { ServiceAmendment } from '../types';
import { objects } from './jsonObjects';

/** Amazon EBS volumes that ECS makes for each task. */
export function managedVolume(name: string, roleArn: string): ServiceAmendment {
  return {
    because: 'the recorded server keeps no volume configuration of a service',
    change: inPrimaryDeployment({
      volumeConfigurations: [
        {
          name,
          managedEBSVolume: { roleArn, sizeInGiB: 50, volumeType: 'gp3' },
        },
      ],
    }),
  };
}

/** Service Connect with TLS, and logs of its proxy. */
export function serviceConnectTls(
  name: string,
  options: Readonly<{ roleArn: string; caArn: string; logs: LogConfiguration }>,
): ServiceAmendment {
  return {
    because: 'the recorded server keeps no Service Connect configuration',
    change: inPrimaryDeployment({
      serviceConnectConfiguration: {
        enabled: true,
        namespace: 'internal',
        services: [
          {
            portName: name,
            tls: {
              issuerCertificateAuthority: {
                awsPcaAuthorityArn: options.caArn,
              },
              roleArn: options.roleArn,
            },
          },
        ],
        logConfiguration: {
          logDriver: options.logs.logDriver,
          options: options.logs.options,
        },
      },
    }),
  };
}

/** A target group of VPC Lattice. */
export function lattice(
  roleArn: string,
  targetGroupArn: string,
): ServiceAmendment {
  return {
    because: 'the recorded server keeps no VPC Lattice configuration',
    change: inPrimaryDeployment({
      vpcLatticeConfigurations: [{ roleArn, targetGroupArn, portName: 'http' }],
    }),
  };
}

/** Blue/green by ECS itself: a role for the load balancer, and one for the hook that approves. */
export function blueGreen(
  options: Readonly<{
    loadBalancerRoleArn: string;
    targetGroupArn: string;
    hookRoleArn: string;
    hookArn: string;
  }>,
): ServiceAmendment {
  return {
    because: 'the recorded server knows rolling updates only',
    change: service => ({
      ...service,
      loadBalancers: [
        {
          targetGroupArn: options.targetGroupArn,
          containerName: 'app',
          containerPort: 8080,
          advancedConfiguration: { roleArn: options.loadBalancerRoleArn },
        },
      ],
      deploymentConfiguration: {
        strategy: 'BLUE_GREEN',
        bakeTimeInMinutes: 10,
        lifecycleHooks: [
          {
            hookTargetArn: options.hookArn,
            roleArn: options.hookRoleArn,
            lifecycleStages: ['POST_TEST_TRAFFIC_SHIFT'],
          },
        ],
      },
    }),
  };
}

/** The service-linked role, as ECS echoes it for services with a load balancer. */
export function serviceLinkedRole(roleArn: string): ServiceAmendment {
  return {
    because: 'the recorded server echoes no service-linked role',
    change: service => ({ ...service, roleArn }),
  };
}

function inPrimaryDeployment(
  more: JsonObject,
): (service: JsonObject) => JsonObject {
  return service => ({
    ...service,
    deployments: objects(service.deployments).map(deployment =>
      deployment.status === 'PRIMARY' ? { ...deployment, ...more } : deployment,
    ),
  });
}
