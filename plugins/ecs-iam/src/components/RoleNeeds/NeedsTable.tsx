// Each part names its role although the element has it: a narrow table has `display: block`, and some browsers then no
// longer tell screen readers that it is a table.
/* eslint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role */
import type { ReactNode } from 'react';
import { useText } from '../../hooks/useText';
import { useNeedsStyles } from './useNeedsStyles';

/** What is needed on the left, what is granted on the right. `caption` is its name for screen readers. */
export function NeedsTable(props: { caption: string; children: ReactNode }) {
  const classes = useNeedsStyles();
  const t = useText();
  return (
    <div className={classes.container}>
      <table role="table" className={classes.table} aria-label={props.caption}>
        <thead role="rowgroup" className={classes.head}>
          <tr role="row">
            <th role="columnheader" scope="col" className={classes.heading}>
              {t('needs.needed')}
            </th>
            <th role="columnheader" scope="col" className={classes.heading}>
              {t('needs.granted')}
            </th>
          </tr>
        </thead>
        {props.children}
      </table>
    </div>
  );
}

/** What is needed, and what is granted for it. */
export function NeedsRow(props: { needed: ReactNode; granted: ReactNode }) {
  const classes = useNeedsStyles();
  const t = useText();
  return (
    <tr role="row" className={classes.row}>
      <td role="cell" className={classes.cell}>
        {/* Screen readers have the column header. */}
        <span className={classes.label} aria-hidden>
          {t('needs.needed')}
        </span>
        {props.needed}
      </td>
      <td role="cell" className={classes.cell}>
        <span className={classes.label} aria-hidden>
          {t('needs.granted')}
        </span>
        {props.granted}
      </td>
    </tr>
  );
}
