import { droppedStatements } from './droppedStatements';
import { parsePolicy } from './parsePolicy';

const GOOD = { Effect: 'Allow', Action: 's3:*', Resource: '*' };

describe('droppedStatements', () => {
  it.each([
    ['nothing, when all is well', [GOOD], []],
    ['nothing, when a fault left the statement in', [{ ...GOOD, Sid: 1 }], []],
    [
      'the statements that were given up',
      [GOOD, { ...GOOD, Effect: '' }, 1],
      ['/Statement/1', '/Statement/2'],
    ],
    [
      'a single statement without a list',
      { ...GOOD, Effect: '' },
      ['/Statement'],
    ],
  ])('names %s', (_, Statement, expected) => {
    const text = JSON.stringify({ Version: '2012-10-17', Statement });
    expect(droppedStatements(parsePolicy(text))).toEqual(expected);
  });

  it('names the whole document when it is no JSON', () => {
    expect(droppedStatements(parsePolicy('{'))).toEqual(['']);
  });
});
