import type { Severity } from './finding';

/**
 * The `ecsIam.analysis` object of the configuration.
 *
 * @public
 */
export type AnalysisSettings = Readonly<{
  /** Accounts of one's own, which a trust policy may name. */
  knownAccounts: readonly string[];
  unusedAfterDays: number;
  /** By rule id: switched off, or at another severity. */
  rules: Readonly<
    Record<string, Readonly<{ enabled?: boolean; severity?: Severity }>>
  >;
}>;

/** @public */
export const defaultSettings: AnalysisSettings = {
  knownAccounts: [],
  unusedAfterDays: 90,
  rules: {},
};
