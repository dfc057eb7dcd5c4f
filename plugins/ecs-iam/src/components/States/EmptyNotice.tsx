import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: { padding: theme.spacing(3) },
    text: { maxWidth: '76ch', marginTop: theme.spacing(0.5) },
    extra: { marginTop: theme.spacing(2), maxWidth: 900 },
  }),
  { name: 'EcsIamEmptyNotice' },
);

/** Nothing to show yet: why, and what to do about it. */
export function EmptyNotice(props: {
  title: string;
  text: string;
  children?: ReactNode;
}) {
  const { title, text, children } = props;
  const classes = useStyles();
  return (
    <Paper className={classes.root}>
      <Typography variant="h6" component="h2">
        {title}
      </Typography>
      <Typography
        variant="body2"
        color="textSecondary"
        className={classes.text}
      >
        {text}
      </Typography>
      {children && <div className={classes.extra}>{children}</div>}
    </Paper>
  );
}
