import fc from 'fast-check';
import { covers } from '../policy/wildcard';
import { homeOf } from './home';
import { ResourcePattern } from './ResourcePattern';

const home = homeOf(null);

// Few letters, so that one often takes in the other; `$` begins a variable or an escape.
const texts = fc
  .array(
    fc.constantFrom('a', 'b', '/', '*', '?', '${*}', '${aws:username}', '$'),
    { maxLength: 6 },
  )
  .map(parts => `arn:aws:s3:::${parts.join('')}`);

it('takes in what its text takes in, by whatever way that is found out', () => {
  fc.assert(
    fc.property(texts, texts, (outer, inner) => {
      expect(
        ResourcePattern.of(outer, home).covers(ResourcePattern.of(inner, home)),
      ).toBe(covers(outer, inner));
    }),
    { numRuns: 1000 },
  );
});
