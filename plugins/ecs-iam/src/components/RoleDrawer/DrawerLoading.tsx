import { makeStyles } from '@material-ui/core/styles';
import { useText } from '../../hooks/useText';
import { Skeleton } from '../Skeleton';
import { VisuallyHidden } from '../VisuallyHidden';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(2), padding: theme.spacing(2) },
  }),
  { name: 'EcsIamDrawerLoading' },
);

/** The drawer while it loads. */
export function DrawerLoading() {
  const classes = useStyles();
  const t = useText();
  return (
    <div className={classes.root} aria-busy>
      <VisuallyHidden>
        <span role="status">{t('role.loading')}</span>
      </VisuallyHidden>
      <Skeleton height={40} />
      <Skeleton height={20} width="70%" />
      <Skeleton height={20} width="50%" />
      <Skeleton height={20} width="60%" />
      <Skeleton height={160} />
    </div>
  );
}
