import { makeStyles, type Theme, useTheme } from '@material-ui/core/styles';
import CheckIcon from '@material-ui/icons/CheckCircleOutline';
import ErrorIcon from '@material-ui/icons/ErrorOutline';
import HelpIcon from '@material-ui/icons/HelpOutline';
import InfoIcon from '@material-ui/icons/InfoOutlined';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import type { ReactNode } from 'react';
import { quietOnTint } from '../../appearance/contrast';
import { toneColors } from '../../appearance/severityColors';

/** What a few words are about: bad, to look at, good, worth knowing, not known. */
export type TextTone = 'error' | 'warning' | 'success' | 'info' | 'unknown';

const icons: Record<TextTone, typeof ErrorIcon> = {
  error: ErrorIcon,
  warning: WarningIcon,
  success: CheckIcon,
  info: InfoIcon,
  unknown: HelpIcon,
};

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      gap: theme.spacing(0.5),
      alignItems: 'flex-start',
      fontWeight: 600,
    },
    icon: { fontSize: 16, marginTop: 3 },
  }),
  { name: 'EcsIamToneText' },
);

/** A few words with an icon and a colour that say the same. */
export function ToneText(props: { tone: TextTone; children: ReactNode }) {
  const { tone, children } = props;
  const classes = useStyles();
  const Icon = icons[tone];
  return (
    <span className={classes.root} style={{ color: colorOf(useTheme(), tone) }}>
      <Icon aria-hidden className={classes.icon} />
      <span>{children}</span>
    </span>
  );
}

function colorOf(theme: Theme, tone: TextTone): string {
  return tone === 'info' || tone === 'unknown'
    ? quietOnTint(theme)
    : toneColors(theme, theme.palette[tone].main).text;
}
