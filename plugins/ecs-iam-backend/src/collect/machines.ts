import { paginateDescribeInstances, type Instance } from '@aws-sdk/client-ec2';
import { known, unknown, type Host, type Known } from '@ecs-iam/iam-analysis';
import { noteFailure } from './ask';
import type { Reading } from './reading';
import { toMetadataOptions } from './toMetadataOptions';

/** What EC2 says of the machine beneath a container instance. */
export type Machine = Pick<
  Host,
  'instanceProfileArn' | 'metadataOptions' | 'publicIp'
>;

/**
 * Reads instances by id. One that is gone makes EC2 refuse all that were asked for with it; so the dead ids that the
 * answer names are taken out, and the rest is asked for again.
 *
 * @returns each machine that EC2 described; and for each of the others, why it did not
 */
export async function readMachines(
  reading: Reading,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Known<Machine>>> {
  const machines = new Map<string, Known<Machine>>(
    ids.map(id => [id, unknown('NotFound')]),
  );
  let asked = [...machines.keys()];
  while (asked.length > 0) {
    try {
      await describe(reading, asked, machines);
      return machines;
    } catch (error) {
      const dead = deadIds(error, asked);
      if (dead.length === 0) {
        const failure = noteFailure(
          reading,
          {
            api: 'ec2:DescribeInstances',
            resources: asked,
            leavesIncomplete: ['instanceProfile', 'role'],
          },
          error,
        );
        asked.forEach(id => machines.set(id, failure));
        return machines;
      }
      asked = asked.filter(id => !dead.includes(id));
    }
  }
  return machines;
}

async function describe(
  { clients, signal }: Reading,
  ids: readonly string[],
  machines: Map<string, Known<Machine>>,
): Promise<void> {
  // Ids, and no page size: EC2 refuses both together. By id it shows those of Managed Instances as well.
  const pages = paginateDescribeInstances(
    { client: clients.ec2 },
    { InstanceIds: [...ids] },
    { abortSignal: signal },
  );
  for await (const { Reservations = [] } of pages) {
    for (const instance of Reservations.flatMap(each => each.Instances ?? [])) {
      machines.set(instance.InstanceId ?? '', toMachine(instance));
    }
  }
}

/** @returns those of the ids that the error names as unknown or malformed */
export function deadIds(
  error: unknown,
  asked: readonly string[],
): readonly string[] {
  if (!(error instanceof Error) || !/^InvalidInstanceID/.test(error.name)) {
    return [];
  }
  const named = new Set(error.message.match(/\b[a-z]+-[0-9a-z]+\b/gi) ?? []);
  return asked.filter(id => named.has(id));
}

/** A terminated instance is still described for a while, but has lost its profile: that says nothing of how it ran. */
export function toMachine(instance: Instance): Known<Machine> {
  const state = instance.State?.Name;
  if (state === 'terminated' || state === 'shutting-down') {
    return unknown('Terminated');
  }
  const options = toMetadataOptions(instance.MetadataOptions);
  return known({
    instanceProfileArn: known(instance.IamInstanceProfile?.Arn ?? null),
    metadataOptions: options === null ? unknown('EmptyAnswer') : known(options),
    publicIp: known(instance.PublicIpAddress !== undefined),
  });
}
