import { operatorTraits } from '../policy/conditionOperators';
import type { Condition } from '../policy/types';
import { matches } from '../policy/wildcard';
import type { Reach } from './grant';

const KEY = 'iam:passedtoservice';

/** Whether a condition is about the service that a role is passed to. */
export function isAboutPassedService({ key }: Condition): boolean {
  return key.toLowerCase() === KEY;
}

/**
 * Whether the conditions of a statement on `iam:PassRole` let a role be passed to a service.
 *
 * @param reach - a statement of a policy or of a boundary
 * @param service - such as `ecs-tasks.amazonaws.com`
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
 */
export function passesTo(
  { conditions }: Pick<Reach, 'conditions'>,
  service: string,
): boolean {
  const about = conditions.filter(isAboutPassedService);
  const isGuarded = about.some(each => each.operator.toLowerCase() === 'null');
  return about.every(
    // On a key with one value, `ForAllValues` is no guard, and AWS warns of it.
    condition =>
      (condition.set === 'ForAllValues' && !isGuarded) ||
      admits(condition, service),
  );
}

/** The statement without its conditions on the service, which {@link passesTo} answers. */
export function withoutPassedService(reach: Reach): Reach {
  if (!reach.conditions.some(isAboutPassedService)) {
    return reach;
  }
  const before = stripped.get(reach);
  if (before) {
    return before;
  }
  const rest = {
    ...reach,
    conditions: reach.conditions.filter(each => !isAboutPassedService(each)),
  };
  stripped.set(reach, rest);
  return rest;
}

const stripped = new WeakMap<Reach, Reach>();

// The key has one value in each request to pass a role.
function admits({ operator, values }: Condition, service: string): boolean {
  const traits = operatorTraits(operator);
  if (operator.toLowerCase() === 'null') {
    return values.some(value => value.toLowerCase() === 'false');
  }
  if (traits === undefined) {
    return false;
  }
  const named = values.some(value =>
    aliasesOf(service).some(name => isNamedBy(operator, value, name)),
  );
  return traits.negated ? !named : named;
}

function isNamedBy(operator: string, value: string, name: string): boolean {
  if (operatorTraits(operator)?.wildcards) {
    return matches(value, name);
  }
  const written = /ignorecase$/i.test(operator) ? value.toLowerCase() : value;
  return written === name;
}

// In China, EC2 goes by both names.
function aliasesOf(service: string): readonly string[] {
  return service === 'ec2.amazonaws.com'
    ? [service, 'ec2.amazonaws.com.cn']
    : [service];
}
