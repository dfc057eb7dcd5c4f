/**
 * Shortens an ARN in the middle: the service at its start and the name at its end are what people look for.
 *
 * @param arn - any text
 * @param length - how many characters it may have
 * @returns the text itself when it is short enough
 */
export function shortenArn(arn: string, length: number): string {
  if (arn.length <= length) {
    return arn;
  }
  const room = length - 1;
  const name = arn.length - arn.lastIndexOf('/');
  const tail = Math.min(Math.max(name, Math.ceil(room / 2)), room - 8);
  return `${arn.slice(0, room - tail)}…${arn.slice(-tail)}`;
}
