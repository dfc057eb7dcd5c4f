import { makeStyles } from '@material-ui/core/styles';
import { useText } from '../../hooks/useText';
import { CopyButton } from '../CopyButton';
import { VisuallyHidden } from '../VisuallyHidden';
import { shortenArn } from './shortenArn';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      maxWidth: '100%',
      color: theme.palette.text.secondary,
      fontFamily: 'monospace',
      fontSize: 12,
    },
    text: { overflowWrap: 'anywhere', minWidth: 0 },
  }),
  { name: 'EcsIamShortArn' },
);

/** An ARN, shortened in the middle, with a button that copies the whole. */
export function ShortArn(props: { arn: string; length?: number }) {
  const { arn, length = 36 } = props;
  const classes = useStyles();
  const t = useText();
  const short = shortenArn(arn, length);
  return (
    <span className={classes.root}>
      {short === arn ? (
        <span className={classes.text}>{arn}</span>
      ) : (
        <>
          <span className={classes.text} title={arn} aria-hidden>
            {short}
          </span>
          <VisuallyHidden>{arn}</VisuallyHidden>
        </>
      )}
      <CopyButton text={arn} label={t('copy.arn')} />
    </span>
  );
}
