import { uniteAll } from '../../catalogue/actionSet';
import { expandAction } from '../../catalogue/expandAction';
import type { Clause, Statement } from '../../policy/types';
import { takesInActions } from '../check/takesIn';
import { nameActions } from './nameActions';
import { withoutActions } from './withoutActions';

/** @returns the statement without actions; none when no action is left */
export function dropActions(
  statement: Statement,
  dropped: readonly string[],
): Statement[] {
  const known = withoutActions(
    statement.actions,
    uniteAll(dropped.map(expandAction)),
  );
  const actions = known && withoutNames(known, dropped);
  return actions === null ? [] : [{ ...statement, actions }];
}

// What the catalogue does not know is dropped as it is written.
function withoutNames(
  { kind, patterns }: Clause,
  dropped: readonly string[],
): Clause | null {
  if (kind === 'all-but') {
    return { kind, patterns };
  }
  const names = new Set(dropped.map(name => name.toLowerCase()));
  const left = patterns.filter(pattern => !names.has(pattern.toLowerCase()));
  return left.length === 0 ? null : { kind, patterns: left };
}

/** @returns the statement with nothing but actions that it had and that are to be kept; none when there is no such action */
export function keepActions(
  statement: Statement,
  kept: readonly string[],
): Statement[] {
  const { actions } = statement;
  const only = (...patterns: readonly string[]): Clause => ({
    kind: 'only',
    patterns,
  });
  const asWritten =
    actions.kind === 'only'
      ? actions.patterns.filter(each =>
          takesInActions(only(...kept), only(each)),
        )
      : [];
  const narrower = kept.filter(each => takesInActions(actions, only(each)));
  const patterns = [...new Set([...asWritten, ...narrower])];
  return patterns.length === 0
    ? []
    : [{ ...statement, actions: only(...patterns) }];
}

/** @returns the statement with the names of today's actions in place of wildcards */
export function nameWildcards(
  statement: Statement,
  wildcards: readonly string[],
): Statement {
  const { kind, patterns } = statement.actions;
  return kind === 'all-but'
    ? statement
    : {
        ...statement,
        actions: {
          kind,
          patterns: [
            ...new Set(
              patterns.flatMap(pattern =>
                wildcards.includes(pattern)
                  ? nameActions(expandAction(pattern), () => false)
                  : [pattern],
              ),
            ),
          ],
        },
      };
}
