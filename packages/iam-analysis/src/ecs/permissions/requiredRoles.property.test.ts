import fc from 'fast-check';
import { executionRoleNeeds } from '../needs/executionRoleNeeds';
import { taskRoleNeeds } from '../needs/taskRoleNeeds';
import { aNeedsInputAtRandom } from './__testUtils__/aNeedsInputAtRandom';
import { executionPermissions } from './executionPermissions';
import { taskPermissions } from './taskPermissions';

/*
 * That a slot must have a role is said in two places: by the features that the table of roles names, and by what is
 * demanded of the role. They agree.
 */
describe.each([
  ['well-formed definitions', false],
  ['any definitions', true],
])('of %s', (_, malformed) => {
  it('the execution role is required by features and by needs alike', () => {
    fc.assert(
      fc.property(aNeedsInputAtRandom({ malformed }), input => {
        const { taskDefinition, compute, service } = input;
        const features = executionRoleNeeds(
          taskDefinition,
          compute,
          service ?? undefined,
        );
        expect(features.some(({ requires }) => requires)).toBe(
          executionPermissions(input).required === true,
        );
      }),
      { numRuns: 300 },
    );
  });

  it('the task role is required by features and by needs alike', () => {
    fc.assert(
      fc.property(aNeedsInputAtRandom({ malformed }), input => {
        const { taskDefinition, service, cluster } = input;
        fc.pre(service !== null);
        const features = service
          ? taskRoleNeeds(taskDefinition, service, cluster)
          : [];
        expect(features.some(({ requires }) => requires)).toBe(
          taskPermissions(input).required === true,
        );
      }),
      { numRuns: 300 },
    );
  });
});
