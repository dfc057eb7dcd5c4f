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
  const { text, soft } = severityColors(useTheme(), severity);
  return (
    <span
      className={clsx(classes.root, quiet && classes.quiet)}
      style={{ color: text, ...(quiet ? {} : { backgroundColor: soft }) }}
    >
      <SeverityIcon severity={severity} className={classes.icon} />
      {count === undefined
        ? t(`severity.${severity}`)
        : t(`severityCount.${severity}`, { number: String(count) })}
    </span>
  );
}
