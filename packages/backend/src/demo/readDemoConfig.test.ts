import { ConfigReader } from '@backstage/config';
import { readDemoConfig } from './readDemoConfig';

const endpoint = 'http://127.0.0.1:5555';

describe('readDemoConfig', () => {
  it.each([
    [{}, 'aws'],
    [{ demo: {} }, 'aws'],
    [{ demo: { fleet: 'aws' } }, 'aws'],
    [{ demo: { fleet: 'aws' }, ecsIam: { endpoint } }, 'aws'],
    [{ demo: { fleet: 'recorded' } }, 'recorded'],
    [{ demo: { fleet: 'recorded' }, ecsIam: { targets: [] } }, 'recorded'],
    [{ demo: { fleet: 'recorded' }, ecsIam: { endpoint } }, 'aws'],
  ])('reads %j', (data, fleet) => {
    expect(readDemoConfig(new ConfigReader(data))).toEqual({ fleet });
  });

  it.each([
    [
      { demo: { fleet: 'live' } },
      "demo.fleet is 'live'; set it to 'recorded' or to 'aws'",
    ],
  ])('refuses %j', (data, message) => {
    expect(() => readDemoConfig(new ConfigReader(data))).toThrow(message);
  });
});
