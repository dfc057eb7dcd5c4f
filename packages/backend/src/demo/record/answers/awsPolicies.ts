import { allow, awsManaged, policy } from '../../fleet/build/policies';
import type { PolicyDocument } from '../../fleet/types';
import { isCall, withAnswer, withBody } from './amend';
import type { Asked } from './amend';

/** A version of a policy of AWS that came out after the recorded server. */
type Newer = Readonly<{
  arn: string;
  version: string;
  updated: string;
  document: PolicyDocument;
}>;

/** https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonECSInstanceRolePolicyForManagedInstances.html */
const hostsOfManagedInstances: Newer = {
  arn: awsManaged('AmazonECSInstanceRolePolicyForManagedInstances'),
  version: 'v4',
  updated: '2026-07-02T02:57:22.000Z',
  document: policy(
    allow('ecs:DiscoverPollEndpoint', '*'),
    allow('ecs:RegisterContainerInstance', 'arn:aws:ecs:*:*:cluster/*'),
    allow('ecs:Poll', [
      'arn:aws:ecs:*:*:container-instance/*',
      'arn:aws:ecs:*:*:task-set/*',
    ]),
    allow(
      ['ecs:StartTelemetrySession', 'ecs:PutSystemLogEvents'],
      'arn:aws:ecs:*:*:container-instance/*',
    ),
    allow(
      ['ecs:SubmitAttachmentStateChanges', 'ecs:SubmitTaskStateChange'],
      'arn:aws:ecs:*:*:cluster/*',
    ),
  ),
};

const BECAUSE = 'the recorded server has an older version of the policy';

/** Policies of AWS as they are at the moment of the recording. */
export function amendAwsPolicies(asked: Asked): Asked {
  const { arn, version, updated, document } = hostsOfManagedInstances;
  const { call, answer } = asked;
  if (call.params.PolicyArn !== arn) {
    return asked;
  }
  if (isCall(asked, 'iam', 'GetPolicy') && typeof answer.body === 'string') {
    const body = answer.body
      .replace(/(<DefaultVersionId>)[^<]*/, `$1${version}`)
      .replace(/(<UpdateDate>)[^<]*/, `$1${updated}`);
    return withBody(asked, body, BECAUSE);
  }
  return isCall(asked, 'iam', 'GetPolicyVersion') &&
    call.params.VersionId === version
    ? withAnswer(
        asked,
        `<GetPolicyVersionResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><GetPolicyVersionResult><PolicyVersion><Document>${encodeURIComponent(
          JSON.stringify(document),
        )}</Document><VersionId>${version}</VersionId><IsDefaultVersion>true</IsDefaultVersion><CreateDate>${updated}</CreateDate></PolicyVersion></GetPolicyVersionResult><ResponseMetadata><RequestId>demo</RequestId></ResponseMetadata></GetPolicyVersionResponse>`,
        BECAUSE,
      )
    : asked;
}
