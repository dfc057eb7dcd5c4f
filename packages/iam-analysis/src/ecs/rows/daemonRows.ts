import { known, mapKnown } from '../../known';
import type { Known } from '../../known';
import { resolveRoleArn } from '../names/roleArn';
import { distinct } from '../needs/phrases';
import { placesOf } from '../placement';
import type { RoleUse } from '../roleUse';
import type { Daemon } from '../service';
import type { ServiceContext } from '../serviceContext';
import type { TaskDefinition } from '../taskDefinition';
import { providersOf } from './candidates';
import { executionRow } from './executionRows';
import type { RevisionGroup } from './revisionGroups';
import { taskRow } from './taskRows';
import { unreadBecause } from './unread';

const ON_EVERY_HOST = "A daemon's task sits on every Managed Instances host";

/**
 * Rows of the roles of managed daemons, whose tasks share the hosts of the service.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateDaemon.html
 *
 * @param context - the service and what was read around it
 * @returns two rows for each daemon of the capacity providers on which the service runs; none where it has no Managed
 * Instances
 */
export function daemonRows(context: ServiceContext): readonly RoleUse[] {
  const { service, cluster, capacityProviders } = context;
  const places = placesOf(service, cluster, capacityProviders).filter(
    place => place.compute === 'managed-instances',
  );
  if (places.length === 0) {
    return [];
  }
  const daemons: Known<readonly Daemon[]> = cluster.known
    ? cluster.value.daemons
    : cluster;
  if (!daemons.known) {
    return (['daemon-task', 'daemon-execution'] as const).map(slot => ({
      slot,
      roleArn: daemons,
      appliesTo: 'daemons of the cluster',
      revisions: [],
      usedFor: [],
      required: { value: 'unknown', because: [unreadBecause(daemons)] },
      notes: [],
    }));
  }
  const providers = distinct(
    places.flatMap(place => {
      const found = providersOf(place, context);
      return found.known ? found.value : [];
    }),
  );
  return daemons.value
    .filter(({ capacityProviders: names }) =>
      providers.some(
        ({ arn, name }) => names.includes(arn) || names.includes(name),
      ),
    )
    .flatMap(daemon => rowsOf(daemon, context));
}

function rowsOf(
  daemon: Daemon,
  { service, cluster }: ServiceContext,
): readonly RoleUse[] {
  // Of the service around it, nothing holds for a daemon but where it runs.
  const around = {
    cluster,
    service: {
      ...service,
      enableExecuteCommand: daemon.enableExecuteCommand,
      serviceConnectLogs: null,
      express: false,
      guardDuty: known(false),
    },
  };
  const group = (
    roleOf: (definition: TaskDefinition) => string | null,
  ): RevisionGroup => ({
    roleArn: mapKnown(daemon.taskDefinition, definition => {
      const role = roleOf(definition);
      return role === null ? null : resolveRoleArn(role, service);
    }),
    revisions: [],
    definitions: daemon.taskDefinition.known
      ? [daemon.taskDefinition.value]
      : [],
    label: `daemon ${daemon.name}`,
  });
  const compute = ['managed-instances'] as const;
  const rows: readonly RoleUse[] = [
    {
      ...taskRow(
        group(each => each.taskRoleArn),
        compute,
        around,
      ),
      slot: 'daemon-task',
    },
    {
      ...executionRow(
        group(each => each.executionRoleArn),
        compute,
        around,
      ),
      slot: 'daemon-execution',
    },
  ];
  return rows.map(row => ({ ...row, notes: [ON_EVERY_HOST, ...row.notes] }));
}
