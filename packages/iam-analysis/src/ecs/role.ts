import type { Known } from '../known';

/**
 * An IAM role as IAM describes it. Documents are kept as the text that IAM holds (URL-decoded), because one that does
 * not parse is a finding.
 *
 * @public
 */
export type Role = Readonly<{
  arn: string;
  name: string;
  path: string;
  accountId: string;
  partition: string;
  /** `other-account`: the role lies in an account that this read did not cover. */
  existence: Known<'exists' | 'not-found' | 'other-account'>;
  trustPolicy: Known<string>;
  policies: Known<readonly RolePolicy[]>;
  boundary: Known<RolePolicy | null>;
  tags: Known<Readonly<Record<string, string>>>;
  lastUsed: Known<LastUsed>;
  createdAt: Known<string>;
}>;

/**
 * ISO 8601 date; `null` when IAM has seen no use in its tracking period (400 days).
 *
 * @public
 */
export type LastUsed = Readonly<{ date: string | null; region: string | null }>;

/** @public */
export type RolePolicy = Readonly<{
  kind: 'inline' | 'aws-managed' | 'customer-managed';
  name: string;
  arn: string | null;
  versionId: string | null;
  document: Known<string>;
}>;
