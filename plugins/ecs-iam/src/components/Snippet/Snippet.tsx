import { makeStyles } from '@material-ui/core/styles';
import { useText } from '../../hooks/useText';
import { CopyButton } from '../CopyButton';

const useStyles = makeStyles(
  theme => ({
    root: {
      position: 'relative',
      margin: theme.spacing(1, 0, 0),
      borderRadius: theme.shape.borderRadius,
      border: `1px solid ${theme.palette.divider}`,
      backgroundColor: theme.palette.background.default,
      color: theme.palette.text.primary,
    },
    text: {
      margin: 0,
      padding: theme.spacing(1, 5, 1, 1.5),
      overflowX: 'auto',
      fontFamily: 'monospace',
      fontSize: 13,
      lineHeight: 1.5,
    },
    copy: {
      position: 'absolute',
      top: theme.spacing(0.5),
      right: theme.spacing(0.5),
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.default,
    },
  }),
  { name: 'EcsIamSnippet' },
);

/** A piece of code to copy. `label` says what it is, `copyLabel` what the button copies. */
export function Snippet(props: {
  text: string;
  label?: string;
  copyLabel?: string;
}) {
  const { text, label, copyLabel } = props;
  const classes = useStyles();
  const t = useText();
  return (
    <div className={classes.root}>
      {/* A long line scrolls inside, so the box must be reachable by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={classes.text} tabIndex={0} aria-label={label}>
        <code>{text.trimEnd()}</code>
      </pre>
      <div className={classes.copy}>
        <CopyButton text={text} label={copyLabel ?? t('copy.snippet')} />
      </div>
    </div>
  );
}
