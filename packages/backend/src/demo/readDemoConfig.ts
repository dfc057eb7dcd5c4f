import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** Whether the fleet is the recorded one, or what AWS (or `ecsIam.endpoint`) holds. */
export type DemoConfig = Readonly<{ fleet: 'recorded' | 'aws' }>;

/** @throws InputError when `demo.fleet` is not known, or says another thing than `ecsIam.endpoint` */
export function readDemoConfig(config: Config): DemoConfig {
  const fleet = config.getOptionalString('demo.fleet') ?? 'aws';
  switch (fleet) {
    case 'aws':
      return { fleet };
    case 'recorded':
      if (config.has('ecsIam.endpoint')) {
        throw new InputError(
          "demo.fleet is 'recorded', so ecsIam.endpoint would never be asked; set demo.fleet to 'aws', or take the endpoint out",
        );
      }
      return { fleet };
    default:
      throw new InputError(
        `demo.fleet is '${fleet}'; set it to 'recorded' or to 'aws'`,
      );
  }
}
