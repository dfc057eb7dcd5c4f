import type { Target } from './facts';

/**
 * Nothing of a target could be read: its credentials could not be had, or AWS could not be reached at all.
 * The message says what to do next.
 *
 * @public
 */
export class TargetUnreachableError extends Error {
  readonly name = 'TargetUnreachableError';
  readonly target: Target;

  constructor(target: Target, reason: string, options?: ErrorOptions) {
    super(
      `Could not read account ${target.accountId} in ${target.region}: ${reason}`,
      options,
    );
    this.target = target;
  }
}
