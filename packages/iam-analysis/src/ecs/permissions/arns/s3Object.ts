import { resolved, unresolvable, variableIn, type Resolved } from '../resolved';

/** Objects and buckets, as a policy names them. */
export type S3Object = Readonly<{
  arn: string;
  bucketArn: string;
  bucket: string;
  key: string;
}>;

const OBJECT = /^(arn:aws[a-z-]*:s3:::([^/:]+))\/(.+)$/;

/**
 * Names of buckets.
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 */
export const BUCKET_NAME = /^[A-Za-z0-9][\w.-]{1,253}[A-Za-z0-9]$/;

/**
 * @param text - what should be the ARN of an object
 * @param what - it is, such as "the environment file"
 */
export function s3ObjectIn(text: string, what: string): Resolved<S3Object> {
  const written = text.trim();
  const variable = variableIn(written, what);
  if (variable !== null) {
    return variable;
  }
  const [, bucketArn, bucket, key] = OBJECT.exec(written) ?? [];
  if (bucketArn === undefined || !BUCKET_NAME.test(bucket)) {
    return unresolvable(
      `'${written}' is not the ARN of an object in S3: write arn:aws:s3:::BUCKET/KEY`,
    );
  }
  // In a policy these two stand for other text.
  return /[*?]/.test(key)
    ? unresolvable(
        `a policy cannot name '${written}' alone: give ${what} a key without * and ?`,
      )
    : resolved({ arn: written, bucketArn, bucket, key });
}
