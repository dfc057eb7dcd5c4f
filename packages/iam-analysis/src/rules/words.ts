/** `a`, `a and b`, `a, b and c`. */
export function listed(
  items: readonly string[],
  word: 'and' | 'or' = 'and',
): string {
  return items.length < 2
    ? items.join('')
    : `${items.slice(0, -1).join(', ')} ${word} ${items[items.length - 1]}`;
}

/** The same with each in backquotes, as alternatives. */
export function quotedOr(items: readonly string[]): string {
  return listed(
    items.map(item => `\`${item}\``),
    'or',
  );
}

/** The same with each in backquotes, and a long list cut short. */
export function quoted(items: readonly string[], most: number = 5): string {
  const shown = items.slice(0, most).map(item => `\`${item}\``);
  const rest = items.length - shown.length;
  return listed(rest > 0 ? [...shown, `${rest} more`] : shown);
}

/** `1 service`, `3 services`. */
export function counted(items: readonly unknown[], word: string): string {
  return `${items.length} ${word}${items.length === 1 ? '' : 's'}`;
}

/** The text as the beginning of a sentence. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
