import { paginateDescribeInstanceInformation } from '@aws-sdk/client-ssm';
import { known, unknown, type Known } from '@ecs-iam/iam-analysis';
import { askPagesOptional } from './askOptional';
import { iamName } from './iamArn';
import { batches } from './inOrder';
import type { Reading } from './reading';

/**
 * Finds the roles with which external machines are registered in Systems Manager, which names them without account.
 * Source: https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_InstanceInformation.html
 *
 * @param ids - of managed nodes, such as `mi-0123456789abcdef0`
 * @returns the ARN of each machine's role; for each of the others, why it is not known
 */
export async function readRegisteredRoles(
  reading: Reading,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Known<string>>> {
  const roles = new Map<string, Known<string>>();
  for (const batch of batches([...new Set(ids)], 50)) {
    const answer = await askPagesOptional(
      reading,
      {
        api: 'ssm:DescribeInstanceInformation',
        resources: batch,
        leavesIncomplete: ['role'],
      },
      paginateDescribeInstanceInformation(
        { client: reading.clients.ssm, pageSize: 50 },
        { Filters: [{ Key: 'InstanceIds', Values: [...batch] }] },
        { abortSignal: reading.signal },
      ),
      page => page.InstanceInformationList,
    );
    batch.forEach(id =>
      roles.set(id, answer.known ? unknown('NotFound') : answer),
    );
    for (const { InstanceId, IamRole } of answer.known ? answer.value : []) {
      roles.set(InstanceId ?? '', toRoleArn(reading, IamRole));
    }
  }
  return roles;
}

function toRoleArn(
  { target }: Reading,
  role: string | undefined,
): Known<string> {
  if (role === undefined || role === '') return unknown('EmptyAnswer');
  if (role.startsWith('arn:')) return known(role);
  const name = iamName('role', role, target);
  if (name === undefined) return unknown('NotARole');
  const path = role.replace(/^\//, '');
  return known(`arn:${target.partition}:iam::${target.accountId}:role/${path}`);
}
