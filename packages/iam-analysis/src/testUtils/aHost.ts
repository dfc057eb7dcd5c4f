import { known, unknown } from '../known';
import type { ServiceHost } from '../ecs/hosts/serviceHost';
import type {
  CapacityProvider,
  Host,
  HostTemplate,
  InstanceProfile,
} from '../ecs/service';
import { CLUSTER, ecsArn, profileArn, roleArn } from './names';

/**
 * @param parts - what differs from an EC2 host `i-1` outside any capacity provider, with profile `ecsInstanceProfile`.
 * Its ARN follows from `instanceId`
 * @public
 */
export function aHost(parts: Partial<Host> = {}): Host {
  const instanceId = parts.instanceId ?? 'i-1';
  return {
    arn: ecsArn(`container-instance/${CLUSTER}/${instanceId}`),
    clusterArn: ecsArn(`cluster/${CLUSTER}`),
    instanceId,
    external: false,
    capacityProviderName: null,
    status: 'ACTIVE',
    agentConnected: true,
    runningTasksCount: 1,
    attributes: [],
    instanceProfileArn: known(profileArn('ecsInstanceProfile')),
    metadataOptions: known({
      httpEndpoint: 'enabled',
      httpTokens: 'required',
      httpPutResponseHopLimit: 1,
    }),
    registeredRoleArn: known(null),
    publicIp: known(false),
    tasks: known([]),
    ...parts,
  };
}

/**
 * @param parts - what differs from the profile `ecsInstanceProfile` with role `ecsInstanceRole`. Its ARN follows from
 * `name`
 * @public
 */
export function anInstanceProfile(
  parts: Partial<InstanceProfile> = {},
): InstanceProfile {
  const name = parts.name ?? 'ecsInstanceProfile';
  return {
    arn: profileArn(name),
    name,
    roleArn: known(roleArn('ecsInstanceRole')),
    ...parts,
  };
}

/**
 * @param parts - what differs from the Auto Scaling capacity provider `asg` with one launch template
 * @public
 */
export function aCapacityProvider(
  parts: Partial<CapacityProvider> = {},
): CapacityProvider {
  const name = parts.name ?? 'asg';
  return {
    name,
    arn: ecsArn(`capacity-provider/${name}`),
    clusterArn: ecsArn(`cluster/${CLUSTER}`),
    kind: 'auto-scaling-group',
    autoScalingGroup: name,
    infrastructureRoleArn: null,
    templates: known([aHostTemplate()]),
    ...parts,
  };
}

/**
 * @param parts - what differs from version 7 of launch template `lt-1`, which names the profile `ecsInstanceProfile`
 * @public
 */
export function aHostTemplate(parts: Partial<HostTemplate> = {}): HostTemplate {
  return {
    source: 'launch-template',
    name: 'lt-1:7',
    instanceProfile: profileArn('ecsInstanceProfile'),
    metadataOptions: null,
    ...parts,
  };
}

/**
 * @param parts - what differs from a running EC2 host `i-1` outside any capacity provider, with role `ecsInstanceRole`,
 * that demands tokens with a hop limit of 1, has no public address and runs nothing
 * @public
 */
export function aServiceHost(parts: Partial<ServiceHost> = {}): ServiceHost {
  return {
    name: 'i-1',
    running: true,
    compute: 'ec2',
    capacityProvider: null,
    roleArn: known(roleArn('ecsInstanceRole')),
    metadataOptions: known({
      httpEndpoint: 'enabled',
      httpTokens: 'required',
      httpPutResponseHopLimit: 1,
    }),
    attributes: known([]),
    publicIp: known(false),
    tasks: known([]),
    ...parts,
  };
}

/**
 * @param parts - what differs from the next host of the capacity provider `asg`, whose template `lt-1:7` gives it the role
 * `ecsInstanceRole` and leaves its metadata options to defaults
 * @public
 */
export function aNextHost(parts: Partial<ServiceHost> = {}): ServiceHost {
  const notRunning = unknown('the host does not run yet');
  return aServiceHost({
    name: 'lt-1:7',
    running: false,
    capacityProvider: 'asg',
    metadataOptions: unknown(
      'lt-1:7 leaves them to the defaults of the account and the machine image',
    ),
    attributes: notRunning,
    publicIp: notRunning,
    ...parts,
  });
}
