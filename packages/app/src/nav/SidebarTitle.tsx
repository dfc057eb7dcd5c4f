import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import SecurityIcon from '@material-ui/icons/Security';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(2),
    height: 2 * sidebarConfig.logoHeight,
    paddingLeft: 24,
    // The sidebar is dark in both themes.
    color: '#ffffff',
    whiteSpace: 'nowrap',
    fontFamily: theme.typography.fontFamily,
    fontWeight: 'bold',
  },
}));

/** The portal's mark and, in the open sidebar, its name. Leads to the catalog. */
export function SidebarTitle() {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();
  return (
    <Link
      to="/"
      underline="none"
      className={classes.root}
      aria-label="ECS IAM: to the catalog"
    >
      <SecurityIcon />
      {isOpen && 'ECS IAM'}
    </Link>
  );
}
