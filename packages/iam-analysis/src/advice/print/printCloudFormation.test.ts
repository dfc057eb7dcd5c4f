import { parse } from 'yaml';
import {
  everyPrincipal,
  everything,
  hostileKeys,
  hostileTexts,
  proposed,
} from '../proposedPolicy.cases';
import { printCloudFormation } from './printCloudFormation';
import { documentOf } from './printJson';

const versions = ['1.1', '1.2'] as const;

describe('printCloudFormation', () => {
  it('prints a resource for each policy', () => {
    const reads = proposed(
      [
        {
          Effect: 'Allow',
          Action: ['s3:GetObject', 's3:ListBucket'],
          Resource: 'arn:aws:s3:::${aws:username}',
        },
      ],
      'read-assets',
    );
    expect(printCloudFormation([reads], 'checkout-task')).toBe(`Resources:
  ReadAssets:
    Type: "AWS::IAM::RolePolicy"
    Properties:
      PolicyName: "read-assets"
      RoleName: "checkout-task"
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: "Allow"
            Action:
              - "s3:GetObject"
              - "s3:ListBucket"
            Resource: "arn:aws:s3:::\${aws:username}"
`);
  });

  it.each(versions)('prints what YAML %s reads as it was', version => {
    const hostile = proposed([
      {
        Effect: 'Allow',
        Action: 's3:*',
        Resource: hostileTexts,
        Condition: {
          StringEquals: Object.fromEntries(
            hostileKeys.map((key, index) => [key, hostileTexts[index]]),
          ),
        },
      },
    ]);
    const text = printCloudFormation([everything, hostile], 'checkout-task');
    const properties = { PolicyName: 'app', RoleName: 'checkout-task' };
    expect(parse(text, { version })).toEqual({
      Resources: {
        App: {
          Type: 'AWS::IAM::RolePolicy',
          Properties: { ...properties, PolicyDocument: documentOf(everything) },
        },
        App2: {
          Type: 'AWS::IAM::RolePolicy',
          Properties: { ...properties, PolicyDocument: documentOf(hostile) },
        },
      },
    });
  });

  it('prints a trust policy as the property of the role that is there', () => {
    const text = printCloudFormation([everyPrincipal], 'checkout\n"task"');
    expect(text.split('\n')[0]).toBe(
      '# Among the Properties of the AWS::IAM::Role "checkout\\n\\"task\\"":',
    );
    expect(parse(text)).toEqual({
      AssumeRolePolicyDocument: documentOf(everyPrincipal),
    });
  });

  it('prints nothing for no policy', () => {
    expect(printCloudFormation([], 'checkout-task')).toBe('');
  });
});
