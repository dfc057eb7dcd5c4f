import { allow, deny, held } from '../rules/caseBuilders';
import { standingOfUnknown } from './standingOfUnknown';

type Statements = Parameters<typeof held>[0];

const BOUND = { StringEquals: { 'aws:ResourceTag/team': 'checkout' } };
const WEAK = { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } };
const HERE = 'arn:aws:newservice:eu-west-1:111122223333:thing/*';

function standingIn(statements: Statements, boundary?: Statements) {
  const { grants: role } = held(statements, boundary);
  return standingOfUnknown(role, role.grants[0], 'newservice:*');
}

describe('all of a service that the catalogue does not know', () => {
  it.each<[string, Statements]>([
    ['alone', []],
    ['beside a Deny of a part', [deny('newservice:Delete*')]],
    ['beside a Deny of another service', [deny('oldservice:*')]],
    ['beside a Deny of some resources', [deny('*', HERE)]],
    ['beside a Deny of all but it', [deny({ not: 'newservice:*' })]],
    ['beside a Deny under a condition', [deny('*', '*', BOUND)]],
  ])('stands, %s', (_, rest) => {
    expect(standingIn([allow('newservice:*'), ...rest])).toEqual({
      everywhere: true,
      mitigatedBy: null,
      weakened: false,
    });
  });

  it.each<[string, Statements]>([
    ['the same', [deny('NewService:*')]],
    ['everything', [deny('*')]],
    ['all but another service', [deny({ not: 'oldservice:*' })]],
  ])('is taken away by a Deny of %s', (_, rest) => {
    expect(standingIn([allow('newservice:*'), ...rest])).toEqual({
      everywhere: true,
      mitigatedBy: 'deny',
      weakened: false,
    });
  });

  it.each<[string, Statements, 'boundary' | null, boolean]>([
    ['without it', [allow('s3:*')], 'boundary', false],
    ['with a part of it', [allow('newservice:Get*')], 'boundary', false],
    ['with some resources', [allow('newservice:*', HERE)], 'boundary', false],
    ['under a bound', [allow('*', '*', BOUND)], 'boundary', false],
    ['under little', [allow('*', '*', WEAK)], null, true],
    ['with everything', [allow('*', '*', WEAK), allow('*')], null, false],
  ])('under a boundary %s', (_, boundary, mitigatedBy, weakened) => {
    expect(standingIn([allow('newservice:*')], boundary)).toEqual({
      everywhere: true,
      mitigatedBy,
      weakened,
    });
  });

  it.each<[string, object, 'condition' | null, boolean]>([
    ['that binds', BOUND, 'condition', false],
    ['that holds little back', WEAK, null, true],
  ])('under a condition %s', (_, condition, mitigatedBy, weakened) => {
    expect(standingIn([allow('newservice:*', HERE, { ...condition })])).toEqual(
      { everywhere: false, mitigatedBy, weakened },
    );
  });
});
