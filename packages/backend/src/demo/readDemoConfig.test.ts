import { ConfigReader } from '@backstage/config';
import { readDemoConfig } from './readDemoConfig';

describe('readDemoConfig', () => {
  it.each([
    [{}, 'aws'],
    [{ demo: {} }, 'aws'],
    [{ demo: { fleet: 'recorded' } }, 'recorded'],
  ])('reads %j', (data, fleet) => {
    expect(readDemoConfig(new ConfigReader(data))).toEqual({ fleet });
  });

  it('names the key of a value that it does not know', () => {
    expect(() =>
      readDemoConfig(new ConfigReader({ demo: { fleet: 'live' } })),
    ).toThrow("demo.fleet is 'live'; set it to 'recorded'");
  });
});
