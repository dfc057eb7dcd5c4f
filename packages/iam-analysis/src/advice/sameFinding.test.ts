import type { Finding } from '../analysis/finding';
import { isSameFinding } from './sameFinding';

function finding(parts: Partial<Finding>): Finding {
  return {
    ruleId: 'iam.data-exfiltration',
    severity: 'medium',
    state: 'active',
    mitigatedBy: null,
    subject: 'arn:aws:iam::111122223333:role/checkout-task',
    slot: 'task',
    message: 'held',
    data: {},
    at: 'inline:app#/Statement/1',
    ...parts,
  };
}

const elsewhere = { at: 'inline:app#/Statement/2' };
const set = (...actions: string[]) => ({
  ruleId: 'iam.privesc',
  data: { actions },
});

describe('isSameFinding', () => {
  it.each<[string, Partial<Finding>, Partial<Finding>, boolean]>([
    ['the same place', {}, {}, true],
    [
      'a part of the statement',
      { at: 'inline:app#/Statement/1/Action' },
      {},
      true,
    ],
    [
      'a place whose name starts so',
      { at: 'inline:app#/Statement/10' },
      {},
      false,
    ],
    ['another place', elsewhere, {}, false],
    ['another rule', { ruleId: 'iam.org-control' }, {}, false],
    ['another severity', { severity: 'low' }, {}, true],
    [
      'fewer actions',
      { data: { actions: ['s3:GetObject'] } },
      { data: { actions: ['s3:GetObject', 'ssm:GetParameter'] } },
      true,
    ],
    [
      'the rest of a wildcard',
      { data: { actions: ['sqs:Get*', 'sqs:DeleteMessage'] } },
      { data: { actions: ['SQS:*'] } },
      true,
    ],
    [
      'another action that nobody knows',
      { data: { actions: ['made:Up'] } },
      { data: { actions: ['made:Other'] } },
      false,
    ],
    [
      'other actions',
      { data: { actions: ['s3:GetObject'] } },
      { data: { actions: ['ssm:GetParameter'] } },
      false,
    ],
    [
      'the same service elsewhere',
      { data: { service: 's3' }, ...elsewhere },
      { data: { service: 's3' } },
      true,
    ],
    [
      'another service at the same place',
      { data: { service: 'sqs' } },
      { data: { service: 's3' } },
      false,
    ],
    [
      'one more of the policies that it is about, the first of them',
      { data: { policies: ['new', 'app'] }, at: 'inline:new#' },
      { data: { policies: ['app'] }, at: 'inline:app#' },
      true,
    ],
    [
      'other policies at the same place',
      { data: { policies: ['ReadOnlyAccess'] } },
      { data: { policies: ['IAMFullAccess'] } },
      false,
    ],
    [
      'the same set elsewhere',
      { ...set('iam:PassRole', 'ecs:RunTask'), ...elsewhere },
      set('iam:PassRole', 'ecs:RunTask'),
      true,
    ],
    [
      'a part of the set, which is another set',
      set('iam:PassRole'),
      set('iam:PassRole', 'ecs:RunTask'),
      false,
    ],
  ])('of %s', (_, now, before, expected) => {
    expect(isSameFinding(finding(now), finding(before))).toBe(expected);
  });
});
