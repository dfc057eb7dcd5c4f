import fc from 'fast-check';
import { judgeCondition } from '../../decide/judgeCondition';
import { requestContext } from '../../decide/requestContext';
import { conditionOperators } from '../../policy/conditionOperators';
import type { Condition } from '../../policy/types';
import { conditionsImply } from './conditionsImply';

const texts = fc.constantFrom(
  ...['', '*', 'a', 'A', 'a*', 'ab', '?', '${*}', '${aws:username}', 'true'],
  ...['10', '10.0', '10.0.0.0/8', '10.1.2.3', '2026-01-01', '1767225600'],
  ...['arn:aws:s3:::a', 'arn:aws:s3:::*', 'arn:aws:*', 'arn:*:s3:::a'],
);
const values = fc.array(texts, { minLength: 1, maxLength: 3 });
const sets = fc.constantFrom(null, 'ForAllValues', 'ForAnyValue');

const condition: fc.Arbitrary<Condition> = fc.record({
  operator: fc.constantFrom(...conditionOperators),
  set: sets,
  ifExists: fc.boolean(),
  key: fc.constantFrom('k', 'K'),
  values,
});

/** Conditions, and others that are much like them: two of no kinship hardly ever imply each other. */
const pairs = fc
  .array(condition, { minLength: 1, maxLength: 2 })
  .chain(strong =>
    fc.tuple(fc.constant(strong), fc.oneof(condition, relativeOf(strong))),
  );

function relativeOf(strong: readonly Condition[]): fc.Arbitrary<Condition> {
  return fc.constantFrom(...strong).chain(({ operator, ...rest }) =>
    fc.record({
      operator: fc.oneof(
        { weight: 4, arbitrary: fc.constant(operator) },
        { weight: 1, arbitrary: fc.constantFrom(...conditionOperators) },
      ),
      set: fc.oneof(fc.constant(rest.set), sets),
      ifExists: fc.boolean(),
      key: fc.constant('k'),
      values: fc.oneof(
        values,
        values.map(more => [...rest.values, ...more]),
        fc.shuffledSubarray([...rest.values], { minLength: 1 }),
      ),
    }),
  );
}

const contexts = fc.array(
  fc.record(
    {
      k: fc.oneof(texts, fc.array(texts, { maxLength: 2 })),
      'aws:username': fc.constantFrom('a', 'b', '*'),
    },
    { requiredKeys: [] },
  ),
  { minLength: 4, maxLength: 12 },
);

it('what conditions imply holds for every request for which they hold', () => {
  fc.assert(
    fc.property(pairs, contexts, ([strong, weak], requests) => {
      fc.pre(conditionsImply(strong, [weak]));
      return requests.map(requestContext).every(request => {
        const holds = (each: Condition) =>
          judgeCondition(each, request, true).holds;
        return !strong.every(holds) || holds(weak);
      });
    }),
    { numRuns: 500, maxSkipsPerRun: 100 },
  );
});
