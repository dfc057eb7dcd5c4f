import { makeStyles } from '@material-ui/core/styles';
import HelpIcon from '@material-ui/icons/HelpOutline';
import { useText } from '../../hooks/useText';
import { VisuallyHidden } from '../VisuallyHidden';

const useStyles = makeStyles(
  theme => ({
    root: { color: theme.palette.text.secondary },
    unknown: {
      display: 'inline-flex',
      gap: theme.spacing(0.5),
      alignItems: 'flex-start',
      color: theme.palette.text.secondary,
    },
    icon: { fontSize: 16, marginTop: 2 },
    needs: { overflowWrap: 'anywhere' },
  }),
  { name: 'EcsIamMissing' },
);

/** A dash where nothing applies, which screen readers read as words. */
export function NotApplicable() {
  const classes = useStyles();
  const t = useText();
  return (
    <span className={classes.root}>
      <span aria-hidden>—</span>
      <VisuallyHidden>{t('known.notApplicable')}</VisuallyHidden>
    </span>
  );
}

/** What is not known, and why: with the missing permission where there is one, else with the reason. */
export function Unknown(props: { because: string; needs?: string | null }) {
  const { because, needs } = props;
  const classes = useStyles();
  const t = useText();
  return (
    <span className={classes.unknown}>
      <HelpIcon className={classes.icon} aria-hidden />
      <span>
        {t('known.unknown')}
        {': '}
        {needs ? (
          <span className={classes.needs} title={because}>
            {t('known.needs', { permission: needs })}
          </span>
        ) : (
          because
        )}
      </span>
    </span>
  );
}
