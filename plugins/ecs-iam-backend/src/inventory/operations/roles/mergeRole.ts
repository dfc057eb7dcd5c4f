import type { Known, Role } from '@ecs-iam/iam-analysis';

const parts = [
  'existence',
  'trustPolicy',
  'policies',
  'boundary',
  'tags',
  'lastUsed',
  'createdAt',
] as const satisfies readonly (keyof Role)[];

type Part = (typeof parts)[number];

/** When each part of a role was read that is known. */
export type PartDates = { readonly [P in Part]?: string };

export type DatedRole = Readonly<{ role: Role; dates: PartDates }>;

/**
 * Dates a role as it was read just now.
 */
export function dated(role: Role, readAt: string): DatedRole {
  return {
    role,
    dates: Object.fromEntries(
      parts.filter(part => role[part].known).map(part => [part, readAt]),
    ),
  };
}

/**
 * Puts what was read now over what was stored. A part that cannot be read today keeps its last known value and the
 * date of that value (see docs/adr/0001-last-good-facts.md). Nothing is kept of a role that is another one by now:
 * deleted, or deleted and made again.
 *
 * @param stored - what is known from earlier reads
 * @param read - what was read now
 */
export function mergeRole(stored: DatedRole, read: DatedRole): DatedRole {
  if (readElsewhere(read.role) && !readElsewhere(stored.role)) {
    return stored;
  }
  if (isAnother(stored.role, read.role)) {
    return read;
  }
  const kept = parts.filter(
    part => !read.role[part].known && stored.role[part].known,
  );
  return {
    role: {
      ...read.role,
      ...Object.fromEntries(kept.map(part => [part, stored.role[part]])),
      policies: keptDocuments(stored.role.policies, read.role.policies),
    },
    dates: {
      ...read.dates,
      ...Object.fromEntries(kept.map(part => [part, stored.dates[part]])),
    },
  };
}

/**
 * @param dates - of the known parts
 * @param readAt - when the role was read last
 * @returns the date that all of what is shown lives up to: that of the oldest known part
 */
export function oldestDate(dates: PartDates, readAt: string): string {
  return Object.values(dates).reduce(
    (oldest, date) => (date < oldest ? date : oldest),
    readAt,
  );
}

/** A read that did not cover the role's account knows nothing but its name. */
export function readElsewhere({ existence }: Role): boolean {
  return existence.known && existence.value === 'other-account';
}

function isAnother(stored: Role, read: Role): boolean {
  const storedExists =
    !stored.existence.known || stored.existence.value === 'exists';
  const readExists = !read.existence.known || read.existence.value === 'exists';
  return (
    !storedExists ||
    !readExists ||
    (stored.createdAt.known &&
      read.createdAt.known &&
      stored.createdAt.value !== read.createdAt.value)
  );
}

/**
 * A version of a managed policy never changes, so a document that was read once is right for as long as the version
 * is the same.
 */
function keptDocuments(
  stored: Role['policies'],
  read: Role['policies'],
): Known<Role['policies'] extends Known<infer P> ? P : never> {
  if (!read.known || !stored.known) {
    return read.known ? read : stored;
  }
  const documents = new Map(
    stored.value
      .filter(policy => policy.arn !== null && policy.document.known)
      .map(policy => [`${policy.arn} ${policy.versionId}`, policy.document]),
  );
  return {
    known: true,
    value: read.value.map(policy =>
      policy.document.known || policy.versionId === null
        ? policy
        : {
            ...policy,
            document:
              documents.get(`${policy.arn} ${policy.versionId}`) ??
              policy.document,
          },
    ),
  };
}
