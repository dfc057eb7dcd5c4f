import { InputError } from '@backstage/errors';
import {
  entityServiceSchema,
  roleSlotSchema,
  severitySchema,
} from '@ecs-iam/plugin-ecs-iam-common';
import { z } from 'zod';
import type { ServiceQuery } from '../roles/FleetService';
import { parseRef } from './parseEntity';
import { NOT_TEXT, TEXT } from './requireText';

const querySchema = z.strictObject({
  q: text().optional(),
  account: z
    .string()
    .regex(/^\d{12}$/, 'must be an account id of 12 digits')
    .optional(),
  region: text().optional(),
  cluster: text().optional(),
  owner: notEmpty().optional(),
  system: notEmpty().optional(),
  slot: oneOf(roleSlotSchema.options).optional(),
  compute: oneOf(entityServiceSchema.shape.compute.element.options).optional(),
  severity: oneOf(severitySchema.options).optional(),
  rule: text().optional(),
  state: oneOf(['active', 'gone']).optional(),
  sort: oneOf(['name', 'severity', 'account']).default('name'),
  order: oneOf(['asc', 'desc']).optional(),
  limit: z
    .string()
    .regex(
      /^([1-9]|[1-9]\d|1\d\d|200)$/,
      'must be a whole number from 1 to 200',
    )
    .transform(Number)
    .default(50),
  cursor: notEmpty().optional(),
});

/**
 * The query of `GET /v1/services`. A parameter that is not known is refused: to ignore a misspelt filter would show
 * more than was asked for.
 *
 * @throws InputError that names every wrong parameter
 */
export function parseServiceQuery(query: unknown): ServiceQuery {
  const parsed = querySchema.safeParse(query);
  if (!parsed.success) {
    throw new InputError(parsed.error.issues.map(describe).join('; '));
  }
  const { sort, order, limit, cursor, owner, system, ...filter } = parsed.data;
  return {
    filter: {
      ...filter,
      owner: owner && parseRef('owner', owner, 'group'),
      system: system && parseRef('system', system, 'system'),
    },
    page: {
      limit,
      cursor,
      sort,
      // The worst first, unless the caller says otherwise.
      descending: order ? order === 'desc' : sort === 'severity',
    },
  };
}

/** An empty value of these would match nothing, and look like a fleet without such services. */
function notEmpty() {
  return text().min(1, 'must not be empty');
}

function text() {
  return z.string().regex(TEXT, NOT_TEXT);
}

function oneOf<const T extends readonly [string, ...string[]] | string[]>(
  options: T,
) {
  return z.enum(options, `must be one of ${options.join(', ')}`);
}

function describe(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys
        .map(key => `'${key}' is no parameter of this list`)
        .join('; ');
    case 'invalid_type':
      return `'${issue.path.join('.')}' must be given once`;
    default:
      return `'${issue.path.join('.')}' ${issue.message}`;
  }
}
