// As in NeedsTable: the roles survive `display: block`.
/* eslint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role */
import { type ReactNode, useState } from 'react';
import { useFirst } from '../../hooks/useFirst';
import { useText } from '../../hooks/useText';
import { ActionButton } from '../ActionButton';
import { type TextTone, ToneText } from '../ToneText';
import { useNeedsStyles } from './useNeedsStyles';

/** As many rows as a person reads before they look for a way to see less. */
const FIRST = 10;
/** A section that may be folded is, when it has more rows. */
const QUIET = 3;

/** Rows of one kind below a line that counts them. Of nothing, nothing is shown. */
export function NeedsSection<T>(props: {
  tone: TextTone;
  title: string;
  items: readonly T[];
  /** All is well there: many rows are folded. */
  isQuiet?: boolean;
  children: (item: T) => ReactNode;
}) {
  const { tone, title, items, isQuiet = false, children } = props;
  const classes = useNeedsStyles();
  const t = useText();
  const isFoldable = isQuiet && items.length > QUIET;
  const [isOpen, setOpen] = useState(!isFoldable);
  const { shown, more, showAll } = useFirst(items, FIRST);
  if (items.length === 0) {
    return null;
  }
  return (
    <tbody role="rowgroup" className={classes.group}>
      <tr role="row" className={classes.section}>
        <th
          role="rowheader"
          scope="rowgroup"
          colSpan={2}
          className={classes.title}
        >
          <ToneText tone={tone}>{title}</ToneText>
          {isFoldable && (
            <ActionButton
              aria-expanded={isOpen}
              aria-label={t(isOpen ? 'needs.hide' : 'needs.show', { title })}
              onClick={() => setOpen(!isOpen)}
            >
              {t(isOpen ? 'needs.hideShort' : 'needs.showShort')}
            </ActionButton>
          )}
        </th>
      </tr>
      {isOpen && shown.map(children)}
      {isOpen && more > 0 && (
        <tr role="row" className={classes.row}>
          <td role="cell" colSpan={2} className={classes.cell}>
            <ActionButton onClick={showAll}>
              {t('table.showMore', { count: more })}
            </ActionButton>
          </td>
        </tr>
      )}
    </tbody>
  );
}
