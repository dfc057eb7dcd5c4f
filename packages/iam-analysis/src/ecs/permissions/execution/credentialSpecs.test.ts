import {
  aContainer,
  aNeedsInput,
  aTaskDefinition,
  needLines,
  unresolvedLines,
} from '../../../testUtils';
import type { Container } from '../../taskDefinition';
import { executionPermissions } from '../executionPermissions';

const BUCKET = 'arn:aws:s3:::shop-config';

const needsOf = (...containers: readonly Partial<Container>[]) =>
  executionPermissions(
    aNeedsInput({
      taskDefinition: aTaskDefinition({
        containers: containers.map(aContainer),
      }),
    }),
  );

describe('E14, gMSA credential specs', () => {
  const spec = (text: string) => needsOf({ credentialSpecs: [text] });
  const secretInside = {
    row: 'E14',
    certain: true,
    because: 'containerDefinitions[0].credentialSpecs[0]',
    phrase: 'reads the secret of an Active Directory account',
    why: 'the credential spec itself names the secret, as CredentialArn, and its content is not read here: grant secretsmanager:GetSecretValue on that secret',
    actions: ['secretsmanager:GetSecretValue', 'kms:Decrypt'],
  };

  it('in S3 need the object; what the guide grants besides is left alone', () => {
    const needs = spec(`credentialspec:${BUCKET}/gmsa.json`);

    expect(needs.required).toBe(true);
    expect(needLines(needs)).toEqual([
      `E14 s3:GetObject on ${BUCKET}/gmsa.json`,
      `E14 s3:GetBucketLocation on ${BUCKET} (tolerated)`,
    ]);
    expect(
      needs.accepted.map(({ actions, resources }) => [
        ...actions,
        ...resources,
      ]),
    ).toEqual([
      ['s3:GetObjectVersion', `${BUCKET}/gmsa.json`],
      ['s3:ListBucket', BUCKET],
    ]);
    expect(needs.unresolved).toEqual([]);
  });

  it('in a parameter need the parameter', () => {
    expect(
      needLines(
        spec(
          'credentialspec:arn:aws:ssm:eu-west-1:111122223333:parameter/gmsa',
        ),
      ),
    ).toEqual([
      'E14 ssm:GetParameters on arn:aws:ssm:eu-west-1:111122223333:parameter/gmsa',
    ]);
  });

  it('that are domainless name a secret that is not seen', () => {
    const needs = spec(`credentialspecdomainless:${BUCKET}/gmsa.json`);

    expect(needs.needs.map(({ row }) => row)).toEqual(['E14', 'E14']);
    expect(needs.unresolved).toEqual([secretInside]);
  });

  it('that are domainless and lie on the host need a role all the same', () => {
    const needs = spec('credentialspecdomainless:file://gmsa.json');

    expect(needs).toMatchObject({ required: true, needs: [] });
    expect(needs.unresolved).toEqual([secretInside]);
  });

  it('on the host alone need nothing', () => {
    expect(spec('credentialspec:file://gmsa.json')).toMatchObject({
      required: false,
      needs: [],
      unresolved: [],
    });
  });

  it.each([
    '${Spec}',
    'credentialspec:${Spec}',
    'gmsa.json',
    'credentialspec:',
    'credentialspec:https://example.com/gmsa.json',
  ])('cannot be resolved as %p', text => {
    const needs = spec(text);

    expect(needs).toMatchObject({ required: true, needs: [] });
    expect(unresolvedLines(needs)).toEqual([
      'E14 containerDefinitions[0].credentialSpecs[0]',
    ]);
  });
});
