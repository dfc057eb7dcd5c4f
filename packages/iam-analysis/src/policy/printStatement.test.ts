import { parsePolicy } from './parsePolicy';
import { printStatement } from './printStatement';

describe('printStatement', () => {
  it.each([
    [
      'identity',
      {
        Sid: 'Read',
        Effect: 'Allow',
        NotAction: ['iam:*', 'sts:*'],
        NotResource: 'arn:aws:s3:::payroll/*',
        Condition: {
          'ForAllValues:StringLikeIfExists': { 'aws:TagKeys': ['a', 'b'] },
          Bool: { 'aws:SecureTransport': 'true', 'aws:ViaAWSService': 'false' },
        },
      },
    ],
    [
      'trust',
      {
        Effect: 'Deny',
        NotPrincipal: {
          AWS: ['111122223333', '444455556666'],
          Service: 'ec2.amazonaws.com',
        },
        Action: 'sts:AssumeRole',
      },
    ],
    ['trust', { Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRole' }],
  ] as const)(
    'prints a statement of a %s policy as it was written',
    (kind, json) => {
      const text = JSON.stringify({ Version: '2012-10-17', Statement: [json] });
      const [parsed] = parsePolicy(text, kind).statements;
      expect(printStatement(parsed)).toEqual(json);
    },
  );
});
