import { makeStyles } from '@material-ui/core/styles';
import { quietOnTint } from '../../appearance/contrast';
import { tokenize } from './tokenize';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'flex' },
    number: {
      flex: '0 0 44px',
      paddingRight: theme.spacing(1.5),
      textAlign: 'right',
      color: quietOnTint(theme),
      userSelect: 'none',
      fontVariantNumeric: 'tabular-nums',
    },
    text: {
      flex: 1,
      minWidth: 0,
      paddingRight: theme.spacing(1.5),
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
    },
    key: { color: theme.palette.primary.main },
    value: { color: theme.palette.text.primary },
    mark: { color: quietOnTint(theme) },
  }),
  { name: 'EcsIamCodeLine' },
);

/** A line of JSON. A long one wraps, and stays indented where it does. */
export function CodeLine(props: { number: number; text: string }) {
  const { number, text } = props;
  const classes = useStyles();
  const hang = text.length - text.trimStart().length + 2;
  return (
    <div className={classes.root}>
      <span className={classes.number} aria-hidden>
        {number}
      </span>
      <code
        className={classes.text}
        style={{ paddingLeft: `${hang}ch`, textIndent: `-${hang}ch` }}
      >
        {tokenize(text).map((token, index) => (
          <span key={index} className={classes[token.kind]}>
            {token.text}
          </span>
        ))}
      </code>
    </div>
  );
}
