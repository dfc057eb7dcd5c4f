import type { Host } from '../../ecs/service';
import { items, mismatch, object, type Place } from '../input/place';
import { isObject } from '../input/place';
import { parseContainerInstance, untoldOfHost } from './parseContainerInstance';
import { parseMachine, type Machine } from './parseMachine';

/**
 * Reads hosts: what `aws ecs describe-container-instances` or `aws ec2 describe-instances` prints, the items of either,
 * or a list of all these. A container instance and the machine beneath it become one host.
 */
export function parseHosts(place: Place): readonly Host[] {
  const { instances, machines } = sorted(partsIn(place));
  const named = new Set(instances.map(({ instanceId }) => instanceId));
  return [
    ...instances.map(instance => {
      const machine = machines.get(instance.instanceId ?? '');
      return machine ? { ...instance, ...machine.ofHost } : instance;
    }),
    ...[...machines.values()]
      .filter(({ instanceId }) => !named.has(instanceId))
      .map(withoutContainerInstance),
  ];
}

type Part = Readonly<
  { kind: 'instance'; value: Host } | { kind: 'machine'; value: Machine }
>;

function partsIn(place: Place): readonly Part[] {
  const { value } = place;
  if (Array.isArray(value)) {
    return items(place).flatMap(partsIn);
  }
  if (isObject(value)) {
    if ('containerInstanceArn' in value) {
      return [{ kind: 'instance', value: parseContainerInstance(place) }];
    }
    if ('InstanceId' in value) {
      return [{ kind: 'machine', value: parseMachine(place) }];
    }
    const lists = LISTS.filter(key => key in value);
    if (lists.length > 0) {
      return lists.flatMap(key => partsIn(object(place)(key)));
    }
  }
  throw mismatch(
    place,
    'hosts, as `aws ecs describe-container-instances` or `aws ec2 describe-instances` prints them',
  );
}

const LISTS = ['containerInstances', 'Reservations', 'Instances'] as const;

function sorted(parts: readonly Part[]) {
  return {
    instances: parts.flatMap(part =>
      part.kind === 'instance' ? [part.value] : [],
    ),
    machines: new Map(
      parts.flatMap(part =>
        part.kind === 'machine' ? [[part.value.instanceId, part.value]] : [],
      ),
    ),
  };
}

function withoutContainerInstance({ instanceId, ofHost }: Machine): Host {
  return {
    arn: instanceId,
    clusterArn: '',
    instanceId,
    external: false,
    capacityProviderName: null,
    status: 'UNKNOWN',
    agentConnected: false,
    runningTasksCount: 0,
    attributes: [],
    ...untoldOfHost(false),
    ...ofHost,
  };
}
