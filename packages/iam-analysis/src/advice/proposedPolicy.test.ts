import { parsePolicy } from '../policy/parsePolicy';
import { printJson } from './print/printJson';
import { proposedOf } from './proposedPolicy';

function printed(document: unknown): unknown {
  const parsed = parsePolicy(JSON.stringify(document));
  const policy = proposedOf({ id: 'inline:app', name: 'app' }, parsed);
  return JSON.parse(printJson(policy));
}

const statement = {
  Effect: 'Allow',
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::home/${aws:username}/*',
};

describe('proposedOf', () => {
  it.each([
    ['the old version', { Version: '2008-10-17' }],
    ['no version', {}],
  ])(
    'keeps the meaning of a document of %s, whose variables are plain text',
    (_, version) => {
      const Condition = {
        StringLike: { 's3:prefix': ['${aws:userid}/*', 'x'] },
      };
      expect(
        printed({ ...version, Statement: { ...statement, Condition } }),
      ).toEqual({
        Version: '2012-10-17',
        Statement: [
          {
            ...statement,
            Resource: 'arn:aws:s3:::home/${$}{aws:username}/*',
            Condition: {
              StringLike: { 's3:prefix': ['${$}{aws:userid}/*', 'x'] },
            },
          },
        ],
      });
    },
  );

  it('keeps the variables of a document of today', () => {
    const document = { Version: '2012-10-17', Statement: [statement] };
    expect(printed(document)).toEqual(document);
  });

  it('keeps the first Sid of two that are the same', () => {
    const named = { Sid: 'Read', ...statement };
    expect(
      printed({
        Version: '2012-10-17',
        Statement: [named, named, statement, statement],
      }),
    ).toEqual({
      Version: '2012-10-17',
      Statement: [named, statement, statement, statement],
    });
  });

  it('leaves out what does not fit the grammar', () => {
    expect(
      printed({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow' }, statement],
      }),
    ).toEqual({ Version: '2012-10-17', Statement: [statement] });
  });
});
