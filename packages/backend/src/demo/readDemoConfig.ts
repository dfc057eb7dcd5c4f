import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** Whether the fleet is the recorded one, or what AWS (or `ecsIam.endpoint`) holds. */
export type DemoConfig = Readonly<{ fleet: 'recorded' | 'aws' }>;

/**
 * An endpoint takes the place of the recording: whoever names one wants it asked.
 *
 * @throws InputError when `demo.fleet` is not known
 */
export function readDemoConfig(config: Config): DemoConfig {
  const fleet = config.getOptionalString('demo.fleet') ?? 'aws';
  switch (fleet) {
    case 'aws':
      return { fleet };
    case 'recorded':
      return { fleet: config.has('ecsIam.endpoint') ? 'aws' : fleet };
    default:
      throw new InputError(
        `demo.fleet is '${fleet}'; set it to 'recorded' or to 'aws'`,
      );
  }
}
