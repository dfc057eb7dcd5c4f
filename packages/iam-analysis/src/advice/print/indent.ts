/** Lines of a text, each further in by two spaces; an empty line stays empty. */
export function indent(lines: readonly string[], steps = 1): string[] {
  return lines.map(line => (line === '' ? '' : `${'  '.repeat(steps)}${line}`));
}
