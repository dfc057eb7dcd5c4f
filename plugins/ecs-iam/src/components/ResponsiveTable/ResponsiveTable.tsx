// Each cell, row and group names its role although the element has it: a narrow table has `display: block`, and some
// browsers then no longer tell screen readers that it is a table.
/* eslint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role */
import clsx from 'clsx';
import type { ReactNode } from 'react';
import { useTableStyles } from './useTableStyles';

/** A column of a table. */
export type Column = Readonly<{
  id: string;
  label: string;
  /** Share of the width. */
  width?: string;
  isNumber?: boolean;
}>;

/** A table whose rows turn into cards where there is no room for it. `caption` is its name for screen readers. */
export function ResponsiveTable(props: {
  caption: string;
  columns: readonly Column[];
  children: ReactNode;
}) {
  const { caption, columns, children } = props;
  const classes = useTableStyles();
  return (
    <div className={classes.container}>
      <table role="table" className={classes.table}>
        <caption className={classes.caption}>{caption}</caption>
        <thead role="rowgroup" className={classes.head}>
          <tr role="row">
            {columns.map(({ id, label, width, isNumber = false }) => (
              <th
                key={id}
                role="columnheader"
                scope="col"
                style={{ width }}
                className={clsx(classes.heading, isNumber && classes.number)}
              >
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className={classes.body}>
          {children}
        </tbody>
      </table>
    </div>
  );
}

/** A row; `heading` is its first cell, and names it. */
export function Row(props: { heading: ReactNode; children: ReactNode }) {
  const classes = useTableStyles();
  return (
    <tr role="row" className={classes.row}>
      <th role="rowheader" scope="row" className={classes.cell}>
        {props.heading}
      </th>
      {props.children}
    </tr>
  );
}

/** A cell, which repeats the name of its column where the table turns into cards. */
export function Cell(props: {
  label: string;
  isNumber?: boolean;
  /** Nothing applies: a card leaves it out. */
  isEmpty?: boolean;
  children: ReactNode;
}) {
  const { label, isNumber = false, isEmpty = false, children } = props;
  const classes = useTableStyles();
  return (
    <td
      role="cell"
      className={clsx(
        classes.cell,
        isNumber && classes.number,
        isEmpty && classes.empty,
      )}
    >
      {/* Screen readers have the column header. */}
      <span className={classes.label} aria-hidden>
        {label}
      </span>
      <div>{children}</div>
    </td>
  );
}
