import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import Tooltip from '@material-ui/core/Tooltip';
import CheckIcon from '@material-ui/icons/Check';
import CopyIcon from '@material-ui/icons/FileCopyOutlined';
import { useEffect, useState } from 'react';
import { useText } from '../../hooks/useText';
import { VisuallyHidden } from '../VisuallyHidden';

const shownFor = 2_000;

const useStyles = makeStyles(
  theme => ({
    root: {
      padding: theme.spacing(0.5),
      color: theme.palette.text.secondary,
    },
    icon: { fontSize: 16 },
  }),
  { name: 'EcsIamCopyButton' },
);

/** Copies a text, and says whether that worked. `label` is its name for screen readers and on hover. */
export function CopyButton(props: { text: string; label: string }) {
  const { text, label } = props;
  const classes = useStyles();
  const t = useText();
  const [result, setResult] = useState<'copied' | 'failed' | null>(null);

  useEffect(() => {
    if (result === null) {
      return undefined;
    }
    const timer = setTimeout(() => setResult(null), shownFor);
    return () => clearTimeout(timer);
  }, [result]);

  // Without a secure origin there is no `navigator.clipboard`: then the promise below rejects.
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setResult('copied');
    } catch {
      setResult('failed');
    }
  };

  return (
    <>
      <Tooltip title={result === null ? label : t(`copy.${result}`)}>
        <IconButton
          size="small"
          className={classes.root}
          aria-label={label}
          onClick={copy}
        >
          {result === 'copied' ? (
            <CheckIcon className={classes.icon} />
          ) : (
            <CopyIcon className={classes.icon} />
          )}
        </IconButton>
      </Tooltip>
      <VisuallyHidden>
        <span role="status">{result === null ? '' : t(`copy.${result}`)}</span>
      </VisuallyHidden>
    </>
  );
}
