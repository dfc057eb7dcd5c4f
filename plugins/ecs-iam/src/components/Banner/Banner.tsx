import Paper from '@material-ui/core/Paper';
import { makeStyles, type Theme, useTheme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import ErrorIcon from '@material-ui/icons/ErrorOutline';
import InfoIcon from '@material-ui/icons/InfoOutlined';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import type { ReactNode } from 'react';
import { toneColors } from '../../appearance/severityColors';

/** How urgent a banner is. */
export type Tone = 'info' | 'warning' | 'error';

const icons = { info: InfoIcon, warning: WarningIcon, error: ErrorIcon };

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      gap: theme.spacing(1.5),
      padding: theme.spacing(1.5, 2),
      borderLeft: '4px solid',
    },
    icon: { marginTop: 1 },
    body: { flex: 1, minWidth: 0 },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      justifyContent: 'space-between',
      alignItems: 'flex-start',
    },
    text: { flex: '1 1 320px', minWidth: 0, overflowWrap: 'anywhere' },
    title: { fontWeight: 500 },
  }),
  { name: 'EcsIamBanner' },
);

/** Something to know about the whole page: what it is, what to do, and perhaps one button. */
export function Banner(props: {
  tone: Tone;
  title: ReactNode;
  action?: ReactNode;
  children?: ReactNode;
  below?: ReactNode;
  /** It appears while the person looks at something else: screen readers say it. */
  live?: boolean;
  /** It stands within something that has a surface of its own. */
  isInner?: boolean;
}) {
  const {
    tone,
    title,
    action,
    children,
    below,
    live = false,
    isInner = false,
  } = props;
  const classes = useStyles();
  const theme = useTheme();
  const Icon = icons[tone];
  const { text, soft, line } = toneColors(theme, mainOf(theme, tone));
  return (
    <Paper
      className={classes.root}
      role={live ? 'status' : undefined}
      elevation={isInner ? 0 : 1}
      style={{
        borderLeftColor: line,
        ...(isInner ? { backgroundColor: soft } : {}),
      }}
    >
      <Icon
        aria-hidden
        fontSize="small"
        className={classes.icon}
        style={{ color: text }}
      />
      <div className={classes.body}>
        <div className={classes.head}>
          <div className={classes.text}>
            <Typography variant="body2" className={classes.title}>
              {title}
            </Typography>
            {children && (
              <Typography
                variant="body2"
                component="div"
                color={isInner ? 'inherit' : 'textSecondary'}
              >
                {children}
              </Typography>
            )}
          </div>
          {action}
        </div>
        {below}
      </div>
    </Paper>
  );
}

function mainOf(theme: Theme, tone: Tone): string {
  return theme.palette[tone].main;
}
