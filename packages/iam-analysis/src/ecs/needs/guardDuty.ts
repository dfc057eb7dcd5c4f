import type { Service } from '../service';
import type { Compute } from '../slots';
import type { TaskDefinition } from '../taskDefinition';

/**
 * Whether GuardDuty Runtime Monitoring can watch tasks: on Fargate, but for Windows and for platform versions before 1.4.0.
 * Source: https://docs.aws.amazon.com/guardduty/latest/ug/prereq-runtime-monitoring-ecs-support.html
 *
 * @param taskDefinition - the revision
 * @param compute - where its tasks run
 * @param service - that runs them, with its platform version
 */
export function canBeWatched(
  { operatingSystem }: TaskDefinition,
  compute: readonly Compute[],
  service: Pick<Service, 'platformVersion'> | null,
): boolean {
  return (
    compute.includes('fargate') &&
    !operatingSystem?.startsWith('WINDOWS') &&
    !/^1\.[0-3]\./.test(service?.platformVersion ?? '')
  );
}
