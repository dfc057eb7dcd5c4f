import type { Severity } from '@ecs-iam/plugin-ecs-iam-common';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import CheckIcon from '@material-ui/icons/CheckCircle';
import HelpIcon from '@material-ui/icons/Help';
import { severityColors, toneColors } from '../../appearance/severityColors';
import { SeverityIcon } from '../Severity';

const useStyles = makeStyles(
  {
    root: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'center',
      flex: '0 0 40px',
      width: 40,
      height: 40,
      borderRadius: '50%',
    },
  },
  { name: 'EcsIamPostureIcon' },
);

/** The worst severity at a glance. The words beside it say the same. */
export function PostureIcon(props: {
  worst: Severity | null;
  isPartial: boolean;
}) {
  const { worst, isPartial } = props;
  const classes = useStyles();
  const theme = useTheme();
  const quietMain = isPartial
    ? theme.palette.grey[600]
    : theme.palette.success.main;
  const { text, soft } = worst
    ? severityColors(theme, worst)
    : toneColors(theme, quietMain);
  const QuietIcon = isPartial ? HelpIcon : CheckIcon;
  return (
    <span
      aria-hidden
      className={classes.root}
      style={{ color: text, backgroundColor: soft }}
    >
      {worst ? <SeverityIcon severity={worst} /> : <QuietIcon />}
    </span>
  );
}
