import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** The views of the role drawer. */
export const roleViews = [
  'overview',
  'warnings',
  'needs',
  'policies',
  'trust',
  'proposal',
] as const;

/** One of the views of the role drawer. */
export type RoleView = (typeof roleViews)[number];

/** A statement of a policy of the role. */
export type StatementRef = Readonly<{
  /** Id of the policy as in the role's `policies`, or `trust`. */
  document: string;
  index: number;
}>;

/** What the page points at. It lives in the address, so that a link leads to a role, a view, a warning or a statement. */
export type Selection = Readonly<{
  roleId: string | null;
  view: RoleView;
  findingId: string | null;
  statement: StatementRef | null;
}>;

/** Moves the selection. */
export type Select = Readonly<{
  /** Opens the drawer of a role, or changes its view. */
  role(id: string, view?: RoleView, findingId?: string): void;
  /** Points at a statement in a view of a role, of which there may be no warning. */
  statement(id: string, view: RoleView, statement: StatementRef): void;
  /** Points at a warning of the page; closes the drawer. */
  finding(id: string): void;
  /** Closes the drawer. */
  close(): void;
}>;

const params = {
  role: 'role',
  view: 'view',
  finding: 'finding',
  statement: 'statement',
} as const;

/**
 * Reads the selection from the address, and writes it there.
 *
 * Opening a role is a step in the browser's history, so that "back" closes the drawer.
 *
 * @returns the selection and the functions that move it
 */
export function useSelection(): [Selection, Select] {
  const [search, setSearch] = useSearchParams();

  const write = useCallback(
    (next: Record<string, string | undefined>, replace = true) =>
      setSearch(
        previous => {
          const changed = new URLSearchParams(previous);
          for (const name of Object.values(params)) {
            const value = next[name];
            if (value === undefined) {
              changed.delete(name);
            } else {
              changed.set(name, value);
            }
          }
          return changed;
        },
        { replace, preventScrollReset: true },
      ),
    [setSearch],
  );

  const isOpen = search.has(params.role);
  const select = useMemo<Select>(
    () => ({
      role: (role, view, finding) => write({ role, view, finding }, isOpen),
      statement: (role, view, { document, index }) =>
        write({ role, view, statement: `${document}#${index}` }, isOpen),
      finding: finding => write({ finding }),
      close: () => write({}),
    }),
    [write, isOpen],
  );

  const selection = {
    roleId: search.get(params.role),
    view: parseView(search.get(params.view)),
    findingId: search.get(params.finding),
    statement: parseStatement(search.get(params.statement)),
  };
  return [selection, select];
}

function parseView(value: string | null): RoleView {
  return roleViews.find(view => view === value) ?? 'overview';
}

/** Names of policies have no `#`. */
function parseStatement(value: string | null): StatementRef | null {
  const match = /^(.+)#(\d+)$/.exec(value ?? '');
  return match && { document: match[1], index: Number(match[2]) };
}
