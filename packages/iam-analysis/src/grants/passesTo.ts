import { operatorTraits } from '../policy/conditionOperators';
import type { Condition } from '../policy/types';
import { matches } from '../policy/wildcard';
import type { Grant } from './grant';

const KEY = 'iam:passedtoservice';

/** Whether a condition is about the service that a role is passed to. */
export function isAboutPassedService({ key }: Condition): boolean {
  return key.toLowerCase() === KEY;
}

/**
 * Whether the conditions of a grant of `iam:PassRole` let a role be passed to one of the services.
 *
 * @param grant - a statement
 * @param services - such as `ecs-tasks.amazonaws.com`; empty: any service will do
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
 */
export function passesTo(
  { conditions }: Grant,
  services: readonly string[],
): boolean {
  const about = conditions.filter(isAboutPassedService);
  return (
    services.length === 0 ||
    services.some(service => about.every(each => admits(each, service)))
  );
}

/** The grant without its conditions on the service, which {@link passesTo} answers. */
export function withoutPassedService(grant: Grant): Grant {
  if (!grant.conditions.some(isAboutPassedService)) {
    return grant;
  }
  const before = stripped.get(grant);
  if (before) {
    return before;
  }
  const rest = {
    ...grant,
    conditions: grant.conditions.filter(each => !isAboutPassedService(each)),
  };
  stripped.set(grant, rest);
  return rest;
}

const stripped = new WeakMap<Grant, Grant>();

// The key has one value in each request to pass a role.
function admits({ operator, values }: Condition, service: string): boolean {
  const traits = operatorTraits(operator);
  if (operator.toLowerCase() === 'null') {
    return values.some(value => value.toLowerCase() === 'false');
  }
  if (traits === undefined) {
    return false;
  }
  const ignoresCase = /ignorecase$/i.test(operator);
  const named = values.some(value =>
    aliasesOf(service).some(name =>
      traits.wildcards
        ? matches(value, name)
        : ignoresCase
        ? value.toLowerCase() === name
        : value === name,
    ),
  );
  return traits.negated ? !named : named;
}

// In China, EC2 goes by both names.
function aliasesOf(service: string): readonly string[] {
  return service === 'ec2.amazonaws.com'
    ? [service, 'ec2.amazonaws.com.cn']
    : [service];
}
