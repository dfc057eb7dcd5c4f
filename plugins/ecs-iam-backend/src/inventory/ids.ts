import { createHash } from 'node:crypto';

/**
 * The key under which something is stored: short enough for every index, and opaque in URLs.
 *
 * @param parts - what names the thing, such as its ARN
 * @returns 32 hexadecimal digits: half of a SHA-256, which is plenty against chance collisions
 */
export function idOf(...parts: readonly string[]): string {
  return createHash('sha256')
    .update(parts.join('\u0000'))
    .digest('hex')
    .slice(0, 32);
}
