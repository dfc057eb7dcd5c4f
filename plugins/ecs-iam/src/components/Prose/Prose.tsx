import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    root: { whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
    code: {
      fontFamily: 'monospace',
      fontSize: '0.93em',
      padding: '0 4px',
      borderRadius: 3,
      // Quiet text would be too pale on this background.
      color: theme.palette.text.primary,
      backgroundColor: theme.palette.action.hover,
    },
  }),
  { name: 'EcsIamProse' },
);

/** A sentence of the server, in which `backticks` mark code. */
export function Prose(props: { text: string }) {
  const classes = useStyles();
  return (
    <span className={classes.root}>
      {props.text.split('`').map((part, index) =>
        index % 2 === 1 ? (
          <code key={index} className={classes.code}>
            {part}
          </code>
        ) : (
          part
        ),
      )}
    </span>
  );
}
