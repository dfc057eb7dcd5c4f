import type { JsonObject } from '@backstage/types';
import type { DaemonDefinition, Fleet } from '../../fleet/types';
import { isAt, isCall, shortName, texts, withAnswer } from './amend';
import type { Asked } from './amend';
import { ecsArn } from './ecsArn';

const NO_DAEMONS = 'the recorded server has no managed daemons';

/** Daemons, which have lists, revisions and task definitions of their own. */
export function amendDaemons(asked: Asked): Asked {
  const { fleet, place, call } = asked;
  const here = fleet.daemons.filter(each => isAt(place, each));
  const answers: Readonly<Record<string, () => JsonObject>> = {
    ListDaemons: () => ({
      daemonSummariesList: here
        .filter(({ cluster }) => cluster === shortName(call.params.clusterArn))
        .map(each => ({ daemonArn: daemonArn(each), status: 'ACTIVE' })),
    }),
    DescribeDaemon: () => ({
      daemon: here
        .filter(each => daemonArn(each) === call.params.daemonArn)
        .map(each => daemonOf(fleet, each))[0],
    }),
    DescribeDaemonRevisions: () => ({
      daemonRevisions: here
        .filter(each =>
          texts(call.params.daemonRevisionArns).includes(revisionArn(each)),
        )
        .map(revisionOf),
      failures: [],
    }),
    DescribeDaemonTaskDefinition: () => ({
      daemonTaskDefinition: here
        .filter(
          each => definitionArn(each) === call.params.daemonTaskDefinition,
        )
        .map(definitionOf)[0],
    }),
  };
  const answer = answers[call.operation];
  return answer !== undefined && isCall(asked, 'ecs', call.operation)
    ? withAnswer(asked, answer(), NO_DAEMONS)
    : asked;
}

function daemonArn(daemon: DaemonDefinition): string {
  return ecsArn(daemon, `daemon/${daemon.cluster}/${daemon.name}`);
}

function revisionArn(daemon: DaemonDefinition): string {
  return ecsArn(
    daemon,
    `daemon-revision/${daemon.cluster}/${daemon.name}/4000000000000000000`,
  );
}

function definitionArn(daemon: DaemonDefinition): string {
  const { family, revision } = daemon.taskDefinition;
  return ecsArn(daemon, `daemon-task-definition/${family}:${revision}`);
}

// One on each host of its capacity providers.
function daemonOf({ clusters }: Fleet, daemon: DaemonDefinition): JsonObject {
  const hosts = clusters
    .filter(each => isAt(daemon, each) && each.name === daemon.cluster)
    .flatMap(cluster => cluster.hosts);
  const capacityProviders = daemon.capacityProviders.map(name => ({
    arn: ecsArn(daemon, `capacity-provider/${name}`),
    runningCount: hosts.filter(
      ({ capacityProvider }) => capacityProvider === name,
    ).length,
  }));
  return {
    daemonArn: daemonArn(daemon),
    clusterArn: ecsArn(daemon, `cluster/${daemon.cluster}`),
    status: 'ACTIVE',
    currentRevisions: [{ arn: revisionArn(daemon), capacityProviders }],
  };
}

function revisionOf(daemon: DaemonDefinition): JsonObject {
  return {
    daemonRevisionArn: revisionArn(daemon),
    daemonArn: daemonArn(daemon),
    clusterArn: ecsArn(daemon, `cluster/${daemon.cluster}`),
    daemonTaskDefinitionArn: definitionArn(daemon),
    enableExecuteCommand: daemon.executeCommand,
  };
}

function definitionOf(daemon: DaemonDefinition): JsonObject {
  return {
    daemonTaskDefinitionArn: definitionArn(daemon),
    status: 'ACTIVE',
    // What has gone through JSON is JSON.
    ...JSON.parse(JSON.stringify(daemon.taskDefinition)),
  };
}
