import type { Severity } from '@ecs-iam/plugin-ecs-iam-common';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import clsx from 'clsx';
import { severityColors } from '../../appearance/severityColors';
import { useText } from '../../hooks/useText';
import { SeverityIcon } from './SeverityIcon';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      verticalAlign: 'middle',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      padding: '1px 8px 1px 5px',
      borderRadius: 12,
      fontSize: theme.typography.pxToRem(12),
      lineHeight: '20px',
      fontWeight: 500,
      whiteSpace: 'nowrap',
    },
    icon: { fontSize: 16 },
    quiet: { backgroundColor: 'transparent', padding: 0 },
  }),
  { name: 'EcsIamSeverityBadge' },
);

/** A severity as icon, word and colour together; with `count`, how many there are. `quiet` has no background. */
export function SeverityBadge(props: {
  severity: Severity;
  count?: number;
  quiet?: boolean;
}) {
  const { severity, count, quiet = false } = props;
  const classes = useStyles();
  const t = useText();
  const theme = useTheme();
  const { text, soft, strong } = severityColors(theme, severity);
  const loud =
    severity === 'critical'
      ? { color: theme.palette.common.white, backgroundColor: strong }
      : { color: text, backgroundColor: soft };
  return (
    <span
      className={clsx(classes.root, quiet && classes.quiet)}
      style={quiet ? { color: text } : loud}
    >
      <SeverityIcon severity={severity} className={classes.icon} />
      {count === undefined
        ? t(`severity.${severity}`)
        : t(`severityCount.${severity}`, { number: String(count) })}
    </span>
  );
}
