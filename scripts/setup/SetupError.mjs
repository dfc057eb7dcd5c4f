// @ts-check

/** Something that the person at the keyboard can put right. Printed without a stack trace. */
export class SetupError extends Error {
  name = 'SetupError';
}

/**
 * Prints an error and sets the exit code.
 *
 * @param {unknown} error
 * @returns {void}
 */
export function reportFailure(error) {
  console.error(error instanceof SetupError ? `\n${error.message}` : error);
  process.exitCode = 1;
}
