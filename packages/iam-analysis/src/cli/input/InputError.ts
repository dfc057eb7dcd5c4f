/** What is wrong with the input of a command, for the person who wrote it. */
export class InputError extends Error {
  name = 'InputError';
}
