/** A range of IP addresses: all that share the first `prefix` bits. 4 bytes for IPv4, 16 for IPv6. */
export type Network = Readonly<{ bytes: readonly number[]; prefix: number }>;

/**
 * Reads an address or a range in CIDR notation, IPv4 or IPv6. An address alone is the range of just that address.
 * Source: "IP address condition operators" in
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 *
 * @returns `null` for anything else
 */
export function readNetwork(text: string): Network | null {
  const slash = text.indexOf('/');
  const address = slash < 0 ? text : text.slice(0, slash);
  const bytes = address.includes(':') ? readIpv6(address) : readIpv4(address);
  if (bytes === null) {
    return null;
  }
  const bits = bytes.length * 8;
  const prefix = slash < 0 ? bits : readDecimal(text.slice(slash + 1), bits);
  return prefix === null ? null : { bytes, prefix };
}

/** Whether all of the inner range lies in the outer. No IPv6 address lies in a range of IPv4, and the reverse. */
export function contains(outer: Network, inner: Network): boolean {
  return (
    outer.bytes.length === inner.bytes.length &&
    outer.prefix <= inner.prefix &&
    outer.bytes.every((byte, index) => {
      const bits = Math.min(8, Math.max(0, outer.prefix - index * 8));
      const mask = 0xff & (0xff << (8 - bits));
      return (byte & mask) === (inner.bytes[index] & mask);
    })
  );
}

function readIpv4(text: string): number[] | null {
  const bytes = text.split('.').map(part => readDecimal(part, 255));
  return bytes.length === 4 ? allPresent(bytes) : null;
}

function readIpv6(text: string): number[] | null {
  const parts = text.split('::');
  const [head, tail] = parts.map((part, index) =>
    readGroups(part, index === parts.length - 1),
  );
  if (!head || parts.length > 2) {
    return null;
  }
  if (tail === undefined) {
    return head.length === 16 ? head : null;
  }
  // `::` stands for at least one group of zeros.
  if (tail === null || head.length + tail.length > 14) {
    return null;
  }
  const zeros = Array.from<number>({ length: 16 - head.length - tail.length });
  return [...head, ...zeros.fill(0), ...tail];
}

// The last group of an address may be an IPv4 address, which takes the place of two.
function readGroups(text: string, isLast: boolean): number[] | null {
  if (text === '') {
    return [];
  }
  const groups = text.split(':');
  const bytes = groups.map((group, index) =>
    isLast && index === groups.length - 1 && group.includes('.')
      ? readIpv4(group)
      : readHex(group),
  );
  return allPresent(bytes)?.flat() ?? null;
}

function readHex(text: string): number[] | null {
  if (!/^[0-9a-f]{1,4}$/i.test(text)) {
    return null;
  }
  const value = parseInt(text, 16);
  return [value >> 8, value & 0xff];
}

function readDecimal(text: string, most: number): number | null {
  return /^(0|[1-9]\d{0,2})$/.test(text) && Number(text) <= most
    ? Number(text)
    : null;
}

function allPresent<T>(values: readonly (T | null)[]): T[] | null {
  const present = values.filter((value): value is T => value !== null);
  return present.length === values.length ? present : null;
}
