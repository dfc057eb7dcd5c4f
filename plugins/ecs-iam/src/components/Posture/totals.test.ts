import {
  aGap,
  anAnnotatedRole,
  anEntityRoles,
  aFinding,
  aRoleUse,
  aService,
} from '../../__testUtils__/builders';
import { totals } from './totals';

describe('totals', () => {
  it('counts a role once, however many services use it', () => {
    const data = anEntityRoles({
      services: [aService(), aService({ name: 'worker' })],
      roles: [anAnnotatedRole()],
      findings: [
        aFinding({ state: 'mitigated' }),
        aFinding({ id: 'note', severity: 'info' }),
      ],
    });
    expect(totals(data)).toEqual({
      services: 2,
      taskFamilies: 0,
      roles: 2,
      mitigated: 1,
      notes: 1,
      undecided: 0,
      isPartial: false,
    });
  });

  it('counts families of tasks apart, and nothing that is not active', () => {
    const data = anEntityRoles({
      services: [
        aService(),
        aService({ name: 'nightly', kind: 'task-family' }),
        aService({ name: 'old', kind: 'task-family', state: 'gone' }),
      ],
    });
    expect(totals(data)).toMatchObject({ services: 1, taskFamilies: 1 });
  });

  it.each([
    ['a gap', anEntityRoles({ gaps: [aGap()] })],
    [
      'a check that could not be judged',
      anEntityRoles({
        services: [
          aService({
            roles: [
              aRoleUse({
                undecided: [
                  { ruleId: 'iam.admin-access', because: 'x', needs: null },
                ],
              }),
            ],
          }),
        ],
      }),
    ],
    [
      'a role that could not be resolved',
      anEntityRoles({
        services: [
          aService({
            roles: [aRoleUse({ role: null, unresolved: { because: 'x' } })],
          }),
        ],
      }),
    ],
    [
      'hosts that are not known',
      anEntityRoles({
        services: [aService({ hosts: { known: false, because: 'x' } })],
      }),
    ],
    [
      'a service with a problem',
      anEntityRoles({
        services: [
          aService({ problem: { message: 'm', fix: 'f', snippet: null } }),
        ],
      }),
    ],
  ])('is partial with %s', (_, data) => {
    expect(totals(data).isPartial).toBe(true);
  });

  it('is not partial when a slot simply has no role', () => {
    const data = anEntityRoles({
      services: [aService({ roles: [aRoleUse({ role: null })] })],
    });
    expect(totals(data).isPartial).toBe(false);
  });
});
