/**
 * IAM URL-encodes documents (RFC 3986); some compatible servers answer with plain JSON.
 *
 * @returns the document as IAM holds it. Text that does not decode stays as it is: it is the analysis that says what is
 * wrong with it.
 */
export function decodeDocument(text: string): string {
  if (/^\s*[{["]/.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
