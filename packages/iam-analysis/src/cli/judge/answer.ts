import { roleFacts } from '../../analysis/roleFacts';
import { decide } from '../../decide/decide';
import type { Decision } from '../../decide/decision';
import { unknown, type Known } from '../../known';
import type { Question } from '../evidence/parseQuestion';

/** Answers whether a role may do something, as far as its policies and its boundary say. */
export function answer({ role, request }: Question): Known<Decision> {
  const facts = roleFacts(role);
  const policies = facts.policies ?? unknown('no policies');
  const boundary = facts.boundary ?? unknown('no boundary');
  if (!policies.known) {
    return policies;
  }
  if (!boundary.known) {
    return boundary;
  }
  return decide(
    { policies: policies.value, boundary: boundary.value },
    request,
  );
}
