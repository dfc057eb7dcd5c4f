import type { Known } from '../../known';
import type { HostTask, MetadataOptions } from '../service';
import type { Compute } from '../slots';

/**
 * A host on which tasks of a service run, or would run next.
 *
 * @public
 */
export type ServiceHost = Readonly<{
  /** Id of the instance; of a host that does not run yet, the name of its template. */
  name: string;
  running: boolean;
  compute: Extract<Compute, 'ec2' | 'managed-instances' | 'external'>;
  capacityProvider: string | null;
  roleArn: Known<string | null>;
  metadataOptions: Known<MetadataOptions>;
  /** Names of agent attributes; of a host that does not run yet they are unknown. */
  attributes: Known<readonly string[]>;
  publicIp: Known<boolean>;
  tasks: Known<readonly HostTask[]>;
}>;
