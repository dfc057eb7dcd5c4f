import {
  GetPolicyCommand,
  GetPolicyVersionCommand,
  type IAMClient,
} from '@aws-sdk/client-iam';
import {
  known,
  unknown,
  type Known,
  type RolePolicy,
} from '@ecs-iam/iam-analysis';
import { ask } from './ask';
import { Gaps } from './Gaps';
import { decodeDocument } from './policyDocument';

/** A policy, with the gaps that came with it: whoever takes it from the cache must report them too. */
export type ReadPolicy = Readonly<{ policy: RolePolicy; gaps: Gaps }>;

/** Reads the default version of a managed policy, or of a permissions boundary. */
export async function readManagedPolicy(
  iam: IAMClient,
  arn: string,
): Promise<ReadPolicy> {
  const gaps = Gaps.create();
  const version = await defaultVersion(iam, gaps, arn);
  const policy: RolePolicy = {
    kind: /^arn:[^:]+:iam::aws:/.test(arn) ? 'aws-managed' : 'customer-managed',
    name: arn.slice(arn.lastIndexOf('/') + 1),
    arn,
    versionId: version.known ? version.value : null,
    document: version.known
      ? await documentOf(iam, gaps, arn, version.value)
      : version,
  };
  return { policy, gaps };
}

async function defaultVersion(
  iam: IAMClient,
  gaps: Gaps,
  arn: string,
): Promise<Known<string>> {
  const answer = await ask(
    { gaps },
    { api: 'iam:GetPolicy', resources: [arn], leavesIncomplete: [] },
    () => iam.send(new GetPolicyCommand({ PolicyArn: arn })),
  );
  if (!answer.known) return answer;
  const version = answer.value.Policy?.DefaultVersionId;
  return version === undefined ? unknown('NoDefaultVersion') : known(version);
}

async function documentOf(
  iam: IAMClient,
  gaps: Gaps,
  arn: string,
  versionId: string,
): Promise<Known<string>> {
  const answer = await ask(
    { gaps },
    { api: 'iam:GetPolicyVersion', resources: [arn], leavesIncomplete: [] },
    () =>
      iam.send(
        new GetPolicyVersionCommand({ PolicyArn: arn, VersionId: versionId }),
      ),
  );
  if (!answer.known) return answer;
  const document = answer.value.PolicyVersion?.Document;
  return document === undefined
    ? unknown('NoDocument')
    : known(decodeDocument(document));
}
