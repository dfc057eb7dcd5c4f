import type { Change, ConditionedPart } from '../../../advice/change/change';
import type { Condition, Principal } from '../../../policy/types';
import { writeOperator } from '../../../policy/writtenOperator';
import { quoted } from '../../../rules/words';
import { placeOf, placeWords, policyWords } from '../placeWords';

/** Changes in one sentence: what to do, and where. */
export function changesWords(changes: readonly Change[]): string {
  const replaced = changes.flatMap(change =>
    change.kind === 'replace-policy' ? [change.policy] : [],
  );
  const where = (at: string) => whereWords(at, replaced);
  const words = changes
    .map(change => changeWords(change, where))
    .join('; then ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** @param at - `inline:app#/Statement/0` */
function whereWords(at: string, replaced: readonly string[]): string {
  const place = placeOf(at);
  if (place === null) {
    return at;
  }
  return replaced.includes(place.policyId)
    ? `its ${place.pointer}`
    : placeWords(place);
}

type Where = (at: string) => string;

function changeWords(change: Change, where: Where): string {
  switch (change.kind) {
    case 'remove-statement':
      return `remove ${where(change.at)}`;
    case 'drop-actions':
      return `take ${quoted(change.actions)} out of ${where(change.at)}`;
    case 'keep-actions':
      return `leave only ${quoted(change.actions)} in ${where(change.at)}`;
    case 'name-actions':
      return `name the actions that ${quoted(
        change.patterns,
      )} takes in today, in ${where(change.at)}`;
    case 'narrow-resources':
      return `allow ${change.parts
        .map(
          ({ actions, resources }) =>
            `${quoted(actions)} on ${quoted(resources)} alone`,
        )
        .join(', and ')}, in ${where(change.at)}`;
    case 'drop-resources':
      return `take the resources ${quoted(change.resources)} out of ${where(
        change.at,
      )}`;
    case 'add-condition':
      return `add the condition ${conditionWords(change.condition)} ${partWords(
        change.to,
        where(change.at),
      )}`;
    case 'remove-principal':
      return `take the principal ${principalWords(
        change.principal,
      )} out of ${where(change.at)}`;
    case 'set-principals':
      return `let in only ${change.principals
        .map(principalWords)
        .join(', ')} in ${where(change.at)}`;
    case 'replace-policy':
      return `put an inline policy \`${change.name}\` in place of ${policyWords(
        change.policy,
      )}`;
    case 'remove-policy':
      return `remove ${policyWords(change.policy)}`;
    case 'add-deny':
      return `deny ${quoted(change.actions)}${
        change.resources ? ` on ${quoted(change.resources)}` : ''
      } in the inline policy \`${change.name}\``;
    case 'rewrite-policy':
      return `write ${policyWords(
        change.policy,
      )} anew, with the same statements in version 2012-10-17`;
    default:
      return change satisfies never;
  }
}

function partWords(part: ConditionedPart, where: string): string {
  switch (part.part) {
    case 'statement':
      return `to ${where}`;
    case 'actions':
      return `for ${quoted(part.actions)} in ${where}`;
    case 'principal':
      return `for ${principalWords(part.principal)} in ${where}`;
    default:
      return part satisfies never;
  }
}

function conditionWords(condition: Condition): string {
  return `\`${writeOperator(condition)} ${condition.key}\` with ${quoted(
    condition.values,
  )}`;
}

/** @returns such as `Service ecs-tasks.amazonaws.com`; `*` for everyone */
export function principalWords({ type, value }: Principal): string {
  return type === '*' ? '`*`' : `\`${type} ${value}\``;
}
