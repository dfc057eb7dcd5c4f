import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import OpenInNewIcon from '@material-ui/icons/OpenInNew';
import type { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
    },
    icon: { fontSize: 14 },
  }),
  { name: 'EcsIamExternalLink' },
);

/** A link that opens in a new window, and shows it. `label` is its whole name, where the text alone is not enough. */
export function ExternalLink(props: {
  to: string;
  label?: string;
  children: ReactNode;
}) {
  const { to, label, children } = props;
  const classes = useStyles();
  return (
    <Link to={to} className={classes.root} aria-label={label} target="_blank">
      <span>{children}</span>
      <OpenInNewIcon className={classes.icon} aria-hidden />
    </Link>
  );
}
