/**
 * Cuts a text that says in its beginning what it is about.
 *
 * @param text - one line
 * @param room - how many characters it may have
 * @returns the text itself when it fits
 */
export function fitEnd(text: string, room: number): string {
  return text.length <= room ? text : `${text.slice(0, room - 1)}…`;
}

/**
 * Shortens a name in its middle: names of one team differ at the end, names of many teams at the beginning.
 *
 * @param text - one line
 * @param room - how many characters it may have
 * @returns the text itself when it fits
 */
export function fitMiddle(text: string, room: number): string {
  if (text.length <= room) {
    return text;
  }
  const tail = Math.floor((room - 1) / 2);
  return `${text.slice(0, room - 1 - tail)}…${text.slice(-tail)}`;
}
