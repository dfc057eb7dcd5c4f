import { s3ObjectIn } from '../arns/s3Object';
import type { NeedRow, RoleNeeds } from '../permission';
import { needOf, roleNeeds } from '../roleNeeds';

type S3Field = Readonly<{
  row: NeedRow;
  because: string;
  /** What should be the ARN of an object. */
  text: string;
  /** What the object is: "the environment file". */
  what: string;
  phrase: string;
  failure: string;
}>;

/**
 * What reading an object from S3 needs. The agent finds the region of the bucket without the permission for it too.
 * Whose bucket it is cannot be told from the ARN, so no `aws:ResourceAccount` is proposed.
 * Sources: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html,
 * https://github.com/aws/amazon-ecs-agent/blob/master/agent/s3/factory/factory.go
 */
export function s3Read(field: S3Field): RoleNeeds {
  const { row, because, text, what, phrase, failure } = field;
  const object = s3ObjectIn(text, what);
  if (!object.ok) {
    return roleNeeds({
      required: true,
      unresolved: [
        {
          row,
          certain: true,
          because,
          phrase: `reads ${what} from S3`,
          why: object.why,
          actions: ['s3:GetObject', 's3:GetBucketLocation'],
        },
      ],
    });
  }
  const { arn, bucketArn, bucket } = object.value;
  return roleNeeds({
    required: true,
    needs: [
      needOf({
        row,
        actions: ['s3:GetObject'],
        resources: [arn],
        because,
        phrase,
        failure,
      }),
      needOf({
        row,
        actions: ['s3:GetBucketLocation'],
        resources: [bucketArn],
        because,
        phrase: `looks up the region of bucket ${bucket}`,
        breaks: false,
        failure,
      }),
    ],
  });
}
