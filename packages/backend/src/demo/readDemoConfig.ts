import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** Whether the fleet is the recorded one, or what AWS (or `ecsIam.endpoint`) holds. */
export type DemoConfig = Readonly<{ fleet: 'recorded' | 'aws' }>;

/** @throws InputError when `demo.fleet` is neither absent nor `recorded` */
export function readDemoConfig(config: Config): DemoConfig {
  const fleet = config.getOptionalString('demo.fleet');
  switch (fleet) {
    case undefined:
      return { fleet: 'aws' };
    case 'recorded':
      return { fleet };
    default:
      throw new InputError(
        `demo.fleet is '${fleet}'; set it to 'recorded', or take it out to ask AWS`,
      );
  }
}
