import { aService, aTaskDefinition } from '../../testUtils';
import type { RuleCases } from '../testRule';
import type { platformVersion } from './platform-version';

export const cases: RuleCases<typeof platformVersion> = {
  flagged: [
    {
      name: 'a retired version',
      given: on('1.3.0'),
      expect: [old('1.3.0')],
    },
    {
      name: 'the first version',
      given: on('1.0.0'),
      expect: [old('1.0.0')],
    },
  ],
  accepted: [
    { name: 'the current version, by number', given: on('1.4.0') },
    { name: 'whatever is current', given: on('LATEST') },
    { name: 'a variable of a template', given: on('${PlatformVersion}') },
    { name: 'a newer version than is known here', given: on('1.10.0') },
    {
      name: 'the first version for Windows, which is the current one there',
      given: on('1.0.0', 'WINDOWS_SERVER_2022_CORE'),
    },
    { name: 'hosts of one’s own, which have no version', given: on(null) },
  ],
};

function on(version: string | null, operatingSystem: string | null = null) {
  return {
    service: aService({ platformVersion: version }),
    taskDefinition: aTaskDefinition({ operatingSystem }),
  };
}

function old(version: string) {
  return {
    message: 'old',
    data: { version, current: '1.4.0' },
    at: '',
  } as const;
}
