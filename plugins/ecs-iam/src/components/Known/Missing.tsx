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
    below: {
      display: 'block',
      fontSize: theme.typography.pxToRem(12),
    },
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
export function Unknown(props: {
  because: string;
  needs?: string | null;
  /** In a narrow column: the reason goes below, in small print. */
  isCompact?: boolean;
}) {
  const { because, needs, isCompact = false } = props;
  const classes = useStyles();
  const t = useText();
  return (
    <span className={classes.unknown}>
      <HelpIcon className={classes.icon} aria-hidden />
      <span>
        {t('known.unknown')}
        {!isCompact && ': '}
        <span className={isCompact ? classes.below : undefined}>
          {needs ? (
            <span className={classes.needs} title={because}>
              {t('known.needs', { permission: <Breakable text={needs} /> })}
            </span>
          ) : (
            because
          )}
        </span>
      </span>
    </span>
  );
}

/** The name of a permission, which may go on in the next line after its colon. */
function Breakable(props: { text: string }) {
  const [service, ...rest] = props.text.split(':');
  return (
    <>
      {service}
      {rest.length > 0 && (
        <>
          :<wbr />
          {rest.join(':')}
        </>
      )}
    </>
  );
}
