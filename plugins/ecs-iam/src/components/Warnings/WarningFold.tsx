import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import ExpandIcon from '@material-ui/icons/ExpandMore';
import clsx from 'clsx';
import { type ReactNode, useEffect, useId, useState } from 'react';
import type { FindingKind } from '../../findings/kind';
import { useText } from '../../hooks/useText';

const useStyles = makeStyles(
  theme => ({
    root: { borderTop: `1px solid ${theme.palette.divider}` },
    head: {
      display: 'flex',
      gap: theme.spacing(1),
      alignItems: 'center',
      justifyContent: 'flex-start',
      width: '100%',
      padding: theme.spacing(1.25, 2),
      textAlign: 'left',
      font: 'inherit',
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.5,
      '&:hover, &:focus-visible': {
        backgroundColor: theme.palette.action.hover,
      },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: -2,
      },
    },
    count: { fontWeight: 600 },
    words: { flex: 1, minWidth: 0 },
    quiet: { color: theme.palette.text.secondary },
    arrow: {
      color: theme.palette.text.secondary,
      transition: 'transform 150ms',
      '@media (prefers-reduced-motion: reduce)': { transition: 'none' },
    },
    open: { transform: 'rotate(180deg)' },
  }),
  { name: 'EcsIamWarningFold' },
);

/** Findings that ask for nothing, behind a line that counts them. */
export function WarningFold(props: {
  kind: Exclude<FindingKind, 'warning'>;
  count: number;
  isOpenAtFirst: boolean;
  children: ReactNode;
}) {
  const { kind, count, isOpenAtFirst, children } = props;
  const classes = useStyles();
  const t = useText();
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const bodyId = useId();

  useEffect(() => {
    if (isOpenAtFirst) {
      setOpen(true);
    }
  }, [isOpenAtFirst]);

  return (
    <div className={classes.root}>
      <ButtonBase
        disableRipple
        className={classes.head}
        aria-expanded={isOpen}
        aria-controls={isOpen ? bodyId : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <span className={classes.words}>
          <span className={classes.count}>{t(`kind.${kind}`, { count })}</span>{' '}
          <span className={classes.quiet}>{t(`kindHelp.${kind}`)}</span>
        </span>
        <ExpandIcon
          aria-hidden
          className={clsx(classes.arrow, isOpen && classes.open)}
        />
      </ButtonBase>
      {isOpen && <div id={bodyId}>{children}</div>}
    </div>
  );
}
