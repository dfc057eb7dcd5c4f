/**
 * Breaks a text into lines at its spaces. A word that is longer than a line stays whole: it may be an ARN to copy.
 *
 * @param text - in one line
 * @param width - of a line, the indent included
 * @param indent - before each line
 */
export function wrap(text: string, width: number, indent: string): string {
  const lines = [''];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const line = lines[lines.length - 1];
    if (line === '') {
      lines[lines.length - 1] = word;
    } else if (indent.length + line.length + 1 + word.length <= width) {
      lines[lines.length - 1] = `${line} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines.map(line => `${indent}${line}`).join('\n');
}

/** A label, and beside it a text in lines of its own column. */
export function labelled(
  label: string,
  text: string,
  width: number,
  margin: string = '    ',
): string {
  const indent = `${margin}${' '.repeat(8)}`;
  const body = wrap(text, width, indent);
  return `${margin}${label.padEnd(8)}${body.slice(indent.length)}`;
}
