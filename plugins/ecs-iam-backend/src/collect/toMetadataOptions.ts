import type { MetadataOptions } from '@ecs-iam/iam-analysis';

/** What EC2 and Auto Scaling, in types of their own, say of the metadata service. */
export type SdkMetadataOptions = Readonly<{
  HttpEndpoint?: string;
  HttpTokens?: string;
  HttpPutResponseHopLimit?: number;
}>;

/** @returns `null` where the template leaves all of it to the defaults of the account and the image */
export function toMetadataOptions(
  options: SdkMetadataOptions | undefined,
): MetadataOptions | null {
  if (options === undefined) return null;
  return {
    httpEndpoint: options.HttpEndpoint ?? null,
    httpTokens: options.HttpTokens ?? null,
    httpPutResponseHopLimit: options.HttpPutResponseHopLimit ?? null,
  };
}
