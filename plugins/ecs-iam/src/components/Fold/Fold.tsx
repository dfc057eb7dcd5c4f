import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import ExpandIcon from '@material-ui/icons/ExpandMore';
import clsx from 'clsx';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { quietOnTint } from '../../appearance/contrast';

const useStyles = makeStyles(
  theme => ({
    root: { borderTop: `1px solid ${theme.palette.divider}` },
    heading: { margin: 0, font: 'inherit' },
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
    title: { fontWeight: 600 },
    words: { flex: 1, minWidth: 0 },
    quiet: { color: quietOnTint(theme) },
    arrow: {
      color: theme.palette.text.secondary,
      transition: 'transform 150ms',
      '@media (prefers-reduced-motion: reduce)': { transition: 'none' },
    },
    open: { transform: 'rotate(180deg)' },
  }),
  { name: 'EcsIamFold' },
);

/** Something behind a line that says what it is. What is folded is not rendered. */
export function Fold(props: {
  title: ReactNode;
  /** After the title, quieter. */
  help?: ReactNode;
  /** When it becomes `true`, the fold opens. */
  isOpenAtFirst: boolean;
  /** The line is a heading of this level. */
  heading?: 'h4';
  children: ReactNode;
}) {
  const { title, help, isOpenAtFirst, heading, children } = props;
  const classes = useStyles();
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const bodyId = useId();

  useEffect(() => {
    if (isOpenAtFirst) {
      setOpen(true);
    }
  }, [isOpenAtFirst]);

  const head = (
    <ButtonBase
      disableRipple
      className={classes.head}
      aria-expanded={isOpen}
      aria-controls={isOpen ? bodyId : undefined}
      onClick={() => setOpen(!isOpen)}
    >
      <span className={classes.words}>
        <span className={classes.title}>{title}</span>{' '}
        {help && <span className={classes.quiet}>{help}</span>}
      </span>
      <ExpandIcon
        aria-hidden
        className={clsx(classes.arrow, isOpen && classes.open)}
      />
    </ButtonBase>
  );
  return (
    <div className={classes.root}>
      {heading ? <h4 className={classes.heading}>{head}</h4> : head}
      {isOpen && <div id={bodyId}>{children}</div>}
    </div>
  );
}
