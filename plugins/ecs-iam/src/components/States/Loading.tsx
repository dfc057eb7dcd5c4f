import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { useText } from '../../hooks/useText';
import { Skeleton } from '../Skeleton';
import { VisuallyHidden } from '../VisuallyHidden';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(2) },
    posture: {
      display: 'flex',
      gap: theme.spacing(1.5),
      padding: theme.spacing(2),
    },
    words: { flex: 1, display: 'grid', gap: theme.spacing(1) },
    row: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(96px, 1fr))',
      gap: theme.spacing(2),
      padding: theme.spacing(2),
      borderTop: `1px solid ${theme.palette.divider}`,
    },
    head: { padding: theme.spacing(2) },
  }),
  { name: 'EcsIamLoading' },
);

/** The page while it loads: the places of what will stand there. */
export function Loading() {
  const classes = useStyles();
  const t = useText();
  return (
    <div className={classes.root} aria-busy>
      <VisuallyHidden>
        <span role="status">{t('roles.loading')}</span>
      </VisuallyHidden>
      <Paper className={classes.posture}>
        <Skeleton height={40} width={40} />
        <div className={classes.words}>
          <Skeleton height={22} width="60%" />
          <Skeleton height={20} width="35%" />
        </div>
      </Paper>
      <Paper>
        <div className={classes.head}>
          <Skeleton height={24} width="30%" />
        </div>
        {[0, 1, 2].map(row => (
          <div key={row} className={classes.row}>
            {[0, 1, 2, 3, 4, 5].map(cell => (
              <Skeleton key={cell} height={56} />
            ))}
          </div>
        ))}
      </Paper>
      <Paper>
        <div className={classes.head}>
          <Skeleton height={40} width="40%" />
        </div>
        {[0, 1, 2].map(row => (
          <div key={row} className={classes.row}>
            <Skeleton height={40} />
          </div>
        ))}
      </Paper>
    </div>
  );
}
