import type { HostGroup, Severity } from '@ecs-iam/plugin-ecs-iam-common';
import { isAlarming } from './isAlarming';

function together(roles: number, worst: Severity | null) {
  return { roles, worst, can: [] };
}

describe('isAlarming', () => {
  it.each<[HostGroup['imds']['reach'], HostGroup['together'], string, boolean]>(
    [
      ['yes', together(1, null), 'the instance role alone', false],
      ['yes', together(2, null), 'the role of somebody else', true],
      ['yes', together(1, 'high'), 'an instance role that is bad', true],
      ['yes', null, 'nobody knows what', true],
      [
        'unless-blocked',
        together(4, 'medium'),
        'roles that are harmless',
        false,
      ],
      ['unless-blocked', together(4, 'critical'), 'a role that is bad', true],
      ['unless-blocked', null, 'nobody knows what', false],
      ['unknown', together(4, 'high'), 'a role that is bad', true],
      ['unknown', together(4, 'low'), 'roles that are harmless', false],
      ['no', together(4, 'critical'), 'a role that is bad', false],
    ],
  )('reach %s, and through it %j (%s): %p', (reach, reached, _, expected) => {
    expect(isAlarming({ imds: { reach, why: '' }, together: reached })).toBe(
      expected,
    );
  });
});
