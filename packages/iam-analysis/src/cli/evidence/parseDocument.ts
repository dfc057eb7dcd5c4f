import { isObject, mismatch, type Place } from '../input/place';

/**
 * Reads a policy document: an object, or its text, which IAM and the AWS CLI may URL-encode (RFC 3986).
 *
 * @returns the text. What is wrong within it is a finding, not bad input
 */
export function parseDocument(place: Place): string {
  const { value } = place;
  if (isObject(value)) {
    return written(place);
  }
  if (typeof value === 'string') {
    return decoded(value);
  }
  throw mismatch(place, 'a policy document, as an object or as text');
}

// Lists in lists in lists, thousands deep, can be read and not written.
function written(place: Place): string {
  try {
    return JSON.stringify(place.value);
  } catch {
    throw mismatch(place, 'a policy document that is not nested so deep');
  }
}

function decoded(text: string): string {
  if (/^\s*[{["]/.test(text)) {
    return text;
  }
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
