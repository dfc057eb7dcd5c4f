import type { RoleDefinition } from '../../fleet/types';
import { accounts } from '../../fleet/types';
import { errorBody } from '../../replay/errorBody';
import { withBody } from './amend';
import type { Asked } from './amend';

const HOUR = 60 * 60 * 1000;

/** The account whose roles the reader may list, but not read. */
const DENIED = accounts.data;

/** What IAM knows of roles and moto does not: their age, when they were last used, and who may not read them. */
export function amendRoles(asked: Asked): Asked {
  return malformed(usage(denied(asked)));
}

function denied(asked: Asked): Asked {
  const { call, place } = asked;
  if (
    call.service !== 'iam' ||
    call.operation !== 'GetRole' ||
    place.account !== DENIED
  ) {
    return asked;
  }
  const message = `User: arn:aws:sts::${DENIED}:assumed-role/backstage-reader/backstage is not authorized to perform: iam:GetRole on resource: role ${call.params.RoleName} because no identity-based policy allows the iam:GetRole action`;
  return withBody(
    { ...asked, answer: { ...asked.answer, status: 403 } },
    errorBody('iam', 'AccessDenied', message),
    'the recorded server denies nothing',
  );
}

function usage(asked: Asked): Asked {
  const role = roleOf(asked);
  const { call, answer, fleet } = asked;
  if (
    !role ||
    call.operation !== 'GetRole' ||
    answer.status !== 200 ||
    typeof answer.body !== 'string'
  ) {
    return asked;
  }
  const recordedAt = Date.parse(fleet.recordedAt);
  const created = isoDate(recordedAt - role.createdDaysAgo * 24 * HOUR);
  const body = answer.body
    .replace(/<CreateDate>[^<]*/, `<CreateDate>${created}`)
    .replace('<RoleLastUsed/>', lastUsed(role, recordedAt));
  return withBody(
    asked,
    body,
    'the recorded server does not know when roles were made and last used',
  );
}

function malformed(asked: Asked): Asked {
  const { call, answer } = asked;
  const text = roleOf(asked)?.malformed[`${call.params.PolicyName}`];
  if (
    call.operation !== 'GetRolePolicy' ||
    text === undefined ||
    typeof answer.body !== 'string'
  ) {
    return asked;
  }
  return withBody(
    asked,
    answer.body.replace(
      /<PolicyDocument>[^<]*/,
      () => `<PolicyDocument>${encodeURIComponent(text)}`,
    ),
    'the recorded server takes no policy that does not parse',
  );
}

function roleOf({ fleet, place, call }: Asked): RoleDefinition | undefined {
  return fleet.roles.find(
    ({ account, name }) =>
      account === place.account && name === call.params.RoleName,
  );
}

function lastUsed({ lastUsed: used }: RoleDefinition, recordedAt: number) {
  if (used === null) {
    return '<RoleLastUsed/>';
  }
  const date = isoDate(recordedAt - used.hoursAgo * HOUR);
  return `<RoleLastUsed><LastUsedDate>${date}</LastUsedDate><Region>${used.region}</Region></RoleLastUsed>`;
}

function isoDate(time: number): string {
  return new Date(time).toISOString();
}
