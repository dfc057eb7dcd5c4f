import type { Known } from '../../known';
import { distinct } from '../needs/phrases';
import { unreadBecause } from '../rows/unread';
import type { MetadataOptions } from '../service';
import type { Compute } from '../slots';
import type { TaskDefinition } from '../taskDefinition';

/**
 * What decides whether a container reaches the metadata service of its host.
 *
 * @public
 */
export type ImdsInput = Readonly<{
  /** That of the task definition; `null`: the default of its operating system, which is bridge on Linux. */
  networkMode: TaskDefinition['networkMode'];
  compute: Compute;
  metadataOptions: Known<MetadataOptions>;
  /** Names of the attributes that the agent registers. */
  attributes: Known<readonly string[]>;
}>;

/**
 * Whether a container reaches the metadata service of its host, and by it the credentials of the instance role.
 * `unless-blocked`: it does, unless the agent of the host was told to block it, which is not known.
 *
 * @public
 */
export type ImdsReach = Readonly<{
  reach: 'yes' | 'unless-blocked' | 'no' | 'not-applicable' | 'unknown';
  /** In words, without a full stop. */
  why: string;
}>;

/**
 * Whether containers of a task reach the metadata service of the host. What is not known is tried both ways: where it
 * makes no difference, the answer is known all the same.
 * Sources: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html,
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html, and for the attribute
 * the ECS agent itself (`agent/app/agent_capability.go`).
 *
 * @param input - the task's network, and what is known of the host
 * @returns the answer with its reason. A firewall rule on the host cannot be seen: where one could help, the reason says so
 * @public
 */
export function imdsReach(input: ImdsInput): ImdsReach {
  switch (input.compute) {
    case 'fargate':
      return answer('not-applicable', 'Fargate has no host of yours');
    case 'external':
      return answer(
        'not-applicable',
        'an external host has no EC2 metadata service',
      );
    case 'unknown':
      return answer('unknown', 'where the tasks run is not known');
    case 'ec2':
      return onEc2(input);
    case 'managed-instances':
      return onManagedInstances(input);
    default:
      return input.compute satisfies never;
  }
}

/**
 * @param attributes - names of the attributes that the agent registers
 * @returns whether the agent keeps tasks in network mode `awsvpc` from the metadata service (`ECS_AWSVPC_BLOCK_IMDS`)
 */
export function blocksMetadata(attributes: readonly string[]): boolean {
  return attributes.includes('ecs.capability.task-eni-block-instance-metadata');
}

// Nobody says how AWS sets up the network of its own hosts. What closes the service on EC2 closes it there too.
function onManagedInstances(input: ImdsInput): ImdsReach {
  const onItsOwn = onEc2(input);
  return onItsOwn.reach === 'no'
    ? onItsOwn
    : answer(
        'unknown',
        'AWS does not say whether containers reach the metadata service of Managed Instances',
      );
}

function onEc2(input: ImdsInput): ImdsReach {
  const cells = hostsInQuestion(input).map(host =>
    cellOf(input.networkMode, host),
  );
  const [reach, ...others] = distinct(cells.map(each => each.reach));
  if (others.length === 0) {
    return answer(reach, distinct(cells.map(({ why }) => why)).join('; or '));
  }
  const { metadataOptions, attributes, networkMode } = input;
  if (!metadataOptions.known) {
    return answer(
      'unknown',
      `the metadata options of the host are not known: ${unreadBecause(
        metadataOptions,
      )}`,
    );
  }
  const isSwitchedOn = metadataOptions.value.httpEndpoint === 'enabled';
  return networkMode === 'awsvpc' && isSwitchedOn && !attributes.known
    ? answer(
        'unless-blocked',
        'network mode awsvpc reaches it, with any hop limit, unless the agent of the host blocks it (`ECS_AWSVPC_BLOCK_IMDS`), which is not known',
      )
    : answer(
        'unknown',
        'some metadata options are left to the defaults of the account and the machine image, which are not known',
      );
}

/** What decides on a host of EC2, when all of it is known. */
type HostInQuestion = Readonly<{
  isSwitchedOn: boolean;
  tokens: 'optional' | 'required';
  hopLimit: number;
  isBlocked: boolean;
}>;

// The host as it is known to be, or all hosts that it can be.
function hostsInQuestion({
  metadataOptions,
  attributes,
}: ImdsInput): readonly HostInQuestion[] {
  const options = metadataOptions.known ? metadataOptions.value : null;
  const hopLimit = options?.httpPutResponseHopLimit ?? null;
  return eitherWay(options?.httpEndpoint, 'enabled', 'disabled').flatMap(
    endpoint =>
      eitherWay(options?.httpTokens, 'optional', 'required').flatMap(tokens =>
        (hopLimit === null ? [1, 2] : [hopLimit]).flatMap(hops =>
          (attributes.known
            ? [blocksMetadata(attributes.value)]
            : [false, true]
          ).map(isBlocked => ({
            isSwitchedOn: endpoint === 'enabled',
            tokens,
            hopLimit: hops,
            isBlocked,
          })),
        ),
      ),
  );
}

function eitherWay<A extends string, B extends string>(
  value: string | null | undefined,
  one: A,
  other: B,
): readonly (A | B)[] {
  switch (value) {
    case one:
      return [one];
    case other:
      return [other];
    default:
      return [one, other];
  }
}

function cellOf(
  networkMode: ImdsInput['networkMode'],
  { isSwitchedOn, tokens, hopLimit, isBlocked }: HostInQuestion,
): ImdsReach {
  if (networkMode === 'none') {
    return answer('no', 'network mode none reaches nothing');
  }
  if (!isSwitchedOn) {
    return answer('no', 'the metadata service of the host is switched off');
  }
  switch (networkMode) {
    case 'host':
      return answer(
        'yes',
        'network mode host is the network of the host itself, so that no hop limit holds it back',
      );
    case 'awsvpc':
      return isBlocked
        ? answer(
            'no',
            'the agent of the host blocks it for network mode awsvpc (`ECS_AWSVPC_BLOCK_IMDS`)',
          )
        : answer(
            'yes',
            'network mode awsvpc reaches it with any hop limit, and the agent of the host does not block it (`ECS_AWSVPC_BLOCK_IMDS`)',
          );
    case 'bridge':
    case null:
      return onBridge(tokens, hopLimit);
    default:
      return networkMode satisfies never;
  }
}

// The hop limit bounds the answer that carries a token; without tokens nothing is bounded.
function onBridge(
  tokens: HostInQuestion['tokens'],
  hopLimit: number,
): ImdsReach {
  if (tokens === 'optional') {
    return answer(
      'yes',
      'the host allows IMDSv1, which no hop limit holds back, unless a firewall rule on the host blocks it, which cannot be seen',
    );
  }
  return hopLimit > 1
    ? answer(
        'yes',
        `the hop limit of ${hopLimit} lets tokens through the bridge, unless a firewall rule on the host blocks it, which cannot be seen`,
      )
    : answer(
        'no',
        'the host demands tokens, and the hop limit of 1 keeps them from crossing the bridge',
      );
}

function answer(reach: ImdsReach['reach'], why: string): ImdsReach {
  return { reach, why };
}
