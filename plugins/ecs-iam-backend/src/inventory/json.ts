/**
 * Reads a JSON column. Only this room writes these columns, so what it reads is what it wrote.
 *
 * @param text - the column
 */
export function fromColumn<T>(text: string): T {
  return JSON.parse(text) as T;
}
