import type { Known } from '../known';
import type { PolicyDocument } from './types';

/**
 * A policy of a role with its parsed document.
 *
 * @public
 */
export type Policy = Readonly<{
  /** Stable within a role: `inline:NAME`, `managed:ARN`, `boundary:ARN`, `trust`. Findings point to it. */
  id: string;
  name: string;
  arn: string | null;
  document: Known<PolicyDocument>;
}>;
