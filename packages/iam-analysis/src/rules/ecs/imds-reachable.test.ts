import { unknown } from '../../known';
import { aServiceHost, aTaskDefinition } from '../../testUtils';
import { ofInstanceRole } from '../caseBuilders';
import { runCase, testRule } from '../testRule';
import { imdsReachable } from './imds-reachable';
import { cases } from './imds-reachable.cases';

testRule(imdsReachable, cases);

describe('ecs.imds-reachable without the policies of the role', () => {
  it('flags, and says that it may be worse', () => {
    const given = {
      hosts: [aServiceHost()],
      revisions: [aTaskDefinition({ networkMode: 'host' })],
    };
    expect(
      runCase(imdsReachable, { name: '', given, context: ofInstanceRole }),
    ).toEqual([
      expect.objectContaining({ message: 'reached', at: '' }),
      { undecided: unknown('not read') },
    ]);
  });
});
