import {
  findAction,
  serviceTable,
  serviceTables,
} from '../../catalogue/catalogue';
import type { ServiceTable } from '../../catalogue/ServiceTable';

/**
 * The action that a name was probably meant for.
 *
 * @param written - a name that no known action has
 * @returns `null` when none is close, or when the name holds wildcards, of which nobody can tell what they were to match
 */
export function nearestAction(written: string): string | null {
  const lower = written.trim().toLowerCase();
  const colon = lower.indexOf(':');
  if (colon === -1 || /[*?]/.test(lower) || lower.length > LONGEST) {
    return null;
  }
  const operation = OPERATIONS[lower];
  if (operation !== undefined) {
    return operation;
  }
  const service = lower.slice(0, colon);
  const name = lower.slice(colon + 1);
  const table = serviceTable(service);
  return table ? nearestIn(table, name) : inNearestService(service, name);
}

const LONGEST = 100;

// Operations of S3 that need an action of another name.
// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
const OPERATIONS: Readonly<Record<string, string>> = {
  's3:headbucket': 's3:ListBucket',
  's3:listobjects': 's3:ListBucket',
  's3:listobjectsv2': 's3:ListBucket',
  's3:listobjectversions': 's3:ListBucketVersions',
  's3:listbuckets': 's3:ListAllMyBuckets',
  's3:headobject': 's3:GetObject',
  's3:selectobjectcontent': 's3:GetObject',
  's3:copyobject': 's3:PutObject',
  's3:createmultipartupload': 's3:PutObject',
  's3:uploadpart': 's3:PutObject',
  's3:completemultipartupload': 's3:PutObject',
  's3:listmultipartuploads': 's3:ListBucketMultipartUploads',
  's3:listparts': 's3:ListMultipartUploadParts',
  's3:deleteobjects': 's3:DeleteObject',
  's3:getbucketencryption': 's3:GetEncryptionConfiguration',
  's3:putbucketencryption': 's3:PutEncryptionConfiguration',
  's3:getbucketlifecycleconfiguration': 's3:GetLifecycleConfiguration',
  's3:putbucketlifecycleconfiguration': 's3:PutLifecycleConfiguration',
};

function nearestIn(table: ServiceTable, name: string): string | null {
  const { prefix, lowerNames, names } = table;
  const index = indexOfNearest(lowerNames, name);
  return index === null ? null : `${prefix}:${names[index]}`;
}

// The name has to fit exactly, else two guesses would stand on each other.
function inNearestService(service: string, name: string): string | null {
  const near = serviceTables().filter(
    ({ prefix }) =>
      distance(prefix, service) <= MOST_EDITS &&
      findAction(`${prefix}:${name}`) !== undefined,
  );
  return near.length === 1 ? nearestIn(near[0], name) : null;
}

const MOST_EDITS = 2;

function indexOfNearest(
  candidates: readonly string[],
  wanted: string,
): number | null {
  let best: number | null = null;
  // Of a short name, two letters are too much.
  let closest = Math.min(MOST_EDITS, Math.floor(wanted.length / 4)) + 1;
  candidates.forEach((candidate, index) => {
    const edits = distance(candidate, wanted);
    if (edits < closest) {
      closest = edits;
      best = index;
    }
  });
  return best;
}

// Letters to insert, delete or replace; anything above MOST_EDITS is told as more.
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > MOST_EDITS) {
    return MOST_EDITS + 1;
  }
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const edits = Math.min(
        previous[j] + 1,
        row[j - 1] + 1,
        previous[j - 1] + cost,
      );
      row.push(edits);
      least = Math.min(least, edits);
    }
    if (least > MOST_EDITS) {
      return MOST_EDITS + 1;
    }
    previous = row;
  }
  return previous[b.length];
}
