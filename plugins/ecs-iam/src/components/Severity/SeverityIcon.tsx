import type { Severity } from '@ecs-iam/plugin-ecs-iam-common';
import type { SvgIconProps } from '@material-ui/core/SvgIcon';
import ErrorIcon from '@material-ui/icons/Error';
import InfoIcon from '@material-ui/icons/Info';
import LabelImportantIcon from '@material-ui/icons/LabelImportant';
import ReportIcon from '@material-ui/icons/Report';
import WarningIcon from '@material-ui/icons/Warning';

const icons: Record<Severity, typeof ErrorIcon> = {
  critical: ReportIcon,
  high: WarningIcon,
  medium: ErrorIcon,
  low: LabelImportantIcon,
  info: InfoIcon,
};

/** The icon of a severity: each has its own shape, so that it does not depend on colour. The word stands beside it. */
export function SeverityIcon(props: { severity: Severity } & SvgIconProps) {
  const { severity, ...rest } = props;
  const Icon = icons[severity];
  return <Icon aria-hidden {...rest} />;
}
