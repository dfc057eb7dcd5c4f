import fc from 'fast-check';
import { actionName, findAction } from '../../catalogue/catalogue';
import {
  aNeedsInputAtRandom,
  aTaskDefinitionAtRandom,
} from './__testUtils__/aNeedsInputAtRandom';
import { aNeedsInput } from '../../testUtils';
import { parseArn } from '../names/arn';
import type { NeedsInput } from './derivation';
import { executionPermissions } from './executionPermissions';
import { instancePermissions } from './instancePermissions';
import type { RoleNeeds } from './permission';
import { taskPermissions } from './taskPermissions';

const derivedFrom = (input: NeedsInput): readonly RoleNeeds[] => [
  executionPermissions(input),
  ...(input.service?.overrides.known
    ? input.service.overrides.value.map(each =>
        executionPermissions(input, each),
      )
    : []),
  taskPermissions(input),
  instancePermissions(input),
];

const holdsForAll = (
  malformed: boolean,
  isRight: (needs: RoleNeeds) => boolean,
) =>
  fc.property(aNeedsInputAtRandom({ malformed }), input =>
    derivedFrom(input).every(isRight),
  );

const STREAM = /(?<=:log-stream:)[^:*]*$/;

const resourcesOf = ({ needs, accepted }: RoleNeeds) => [
  ...[...needs, ...accepted].flatMap(({ resources }) => resources),
  ...needs.flatMap(({ probes }) => probes ?? []),
];

describe.each([
  ['from well-formed definitions', false],
  ['from anything', true],
])('what is derived %s', (_, malformed) => {
  it('names whole ARNs, and no variable of a template', () => {
    fc.assert(
      holdsForAll(malformed, needs =>
        resourcesOf(needs).every(resource => {
          const arn = parseArn(resource.replace(/ /g, '-'));
          return (
            resource === '*' ||
            (arn.ok &&
              !/\$\{|\{\{/.test(resource) &&
              (arn.value.service === 's3' ||
                /^\d{12}$/.test(arn.value.accountId)))
          );
        }),
      ),
    );
  });

  it('asks for single resources, not for patterns', () => {
    fc.assert(
      holdsForAll(malformed, ({ needs }) =>
        needs.every(
          ({ probes }) =>
            // Names of log streams may hold `?`.
            !probes?.some(each => /[*?]/.test(each.replace(STREAM, ''))),
        ),
      ),
    );
  });

  it('names actions as AWS writes them', () => {
    fc.assert(
      holdsForAll(malformed, ({ needs, accepted, unresolved }) =>
        [...needs, ...accepted, ...unresolved].every(({ actions }) =>
          actions.every(action => {
            const found = findAction(action);
            return found !== undefined && actionName(found) === action;
          }),
        ),
      ),
    );
  });

  it('has a field, a phrase and a failure for each need, and no permission twice', () => {
    fc.assert(
      holdsForAll(
        malformed,
        ({ needs, unresolved }) =>
          needs.every(
            ({ because, phrase, failure, actions, resources }) =>
              because !== '' &&
              phrase !== '' &&
              failure !== '' &&
              actions.length > 0 &&
              resources.length > 0,
          ) &&
          unresolved.every(
            ({ because, phrase, why }) =>
              because !== '' && phrase !== '' && why !== '' && !/\.$/.test(why),
          ) &&
          new Set(
            needs.map(each =>
              JSON.stringify([each.actions, each.resources, each.conditions]),
            ),
          ).size === needs.length,
      ),
    );
  });
});

it('demands a role wherever the lack of a permission of execution or instance role breaks something', () => {
  fc.assert(
    fc.property(aNeedsInputAtRandom(), input => {
      const execution = executionPermissions(input);
      const demanding = execution.needs.filter(
        ({ row, breaks }) =>
          breaks && !['E1', 'E2', 'E7', 'E8', 'E16'].includes(row),
      );
      return demanding.length === 0 || execution.required === true;
    }),
  );
});

it('derives the same from the same', () => {
  fc.assert(
    fc.property(aTaskDefinitionAtRandom(), taskDefinition => {
      const input = aNeedsInput({ taskDefinition });
      expect(derivedFrom(input)).toEqual(derivedFrom(input));
    }),
  );
});
