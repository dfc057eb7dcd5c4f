import {
  GetInstanceProfileCommand,
  type InstanceProfile as SdkInstanceProfile,
} from '@aws-sdk/client-iam';
import {
  known,
  unknown,
  type CapacityProvider,
  type Host,
  type InstanceProfile,
  type Known,
} from '@ecs-iam/iam-analysis';
import type { FactPage } from '@ecs-iam/plugin-ecs-iam-node';
import { ask } from './ask';
import { iamName, type IamName } from './iamArn';
import { batches, inOrder } from './inOrder';
import { AT_A_TIME, type Reading } from './reading';

const PAGE = 25;

/**
 * Reads the instance profiles of hosts and templates, each once. Only IAM knows the role in a profile: the names of the
 * two need not be the same.
 */
export async function* readInstanceProfiles(
  reading: Reading,
  hosts: readonly Host[],
  providers: readonly CapacityProvider[],
): AsyncGenerator<FactPage, readonly InstanceProfile[]> {
  const names = profileNames(hosts, providers).flatMap(
    value => iamName('instance-profile', value, reading.target) ?? [],
  );
  // Where one profile is named both ways, its ARN wins over the bare name, which lacks the path.
  const byArnLast = [
    ...names.filter(({ pathIsKnown }) => !pathIsKnown),
    ...names.filter(({ pathIsKnown }) => pathIsKnown),
  ];
  const distinct = new Map(byArnLast.map(name => [name.name, name]));
  const read: InstanceProfile[] = [];
  for (const page of batches([...distinct.values()], PAGE)) {
    const facts: InstanceProfile[] = [];
    for await (const profile of inOrder(page, AT_A_TIME, name =>
      readProfile(reading, name),
    )) {
      facts.push(profile);
    }
    read.push(...facts);
    yield { kind: 'instanceProfile', facts };
  }
  return read;
}

function profileNames(
  hosts: readonly Host[],
  providers: readonly CapacityProvider[],
): readonly string[] {
  return [
    ...providers.flatMap(({ templates }) =>
      templates.known
        ? templates.value.flatMap(
            ({ instanceProfile }) => instanceProfile ?? [],
          )
        : [],
    ),
    ...hosts.flatMap(({ instanceProfileArn: arn }) =>
      arn.known ? arn.value ?? [] : [],
    ),
  ];
}

async function readProfile(
  reading: Reading,
  name: IamName,
): Promise<InstanceProfile> {
  const answer = await ask(
    reading,
    {
      api: 'iam:GetInstanceProfile',
      resources: [name.arn],
      leavesIncomplete: ['role'],
    },
    () =>
      reading.clients.iam.send(
        new GetInstanceProfileCommand({ InstanceProfileName: name.name }),
        { abortSignal: reading.signal },
      ),
  );
  return toInstanceProfile(
    answer.known ? profileOrUnknown(answer.value.InstanceProfile) : answer,
    name,
  );
}

function profileOrUnknown(
  profile: SdkInstanceProfile | undefined,
): Known<SdkInstanceProfile> {
  return profile === undefined ? unknown('EmptyAnswer') : known(profile);
}

/** A profile holds one role or none (IAM User Guide, "Using instance profiles"). */
export function toInstanceProfile(
  profile: Known<SdkInstanceProfile>,
  name: IamName,
): InstanceProfile {
  if (!profile.known) {
    return { arn: name.arn, name: name.name, roleArn: profile };
  }
  const { Arn, InstanceProfileName, Roles } = profile.value;
  return {
    arn: Arn ?? name.arn,
    name: InstanceProfileName ?? name.name,
    roleArn: known(Roles?.[0]?.Arn ?? null),
  };
}
