import type { RoleDetail } from '@ecs-iam/plugin-ecs-iam-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { RoleView } from '../../hooks/useSelection';
import { useText } from '../../hooks/useText';
import { viewOf, WarningList } from '../Warnings';

const useStyles = makeStyles(
  theme => ({
    // To the edges of the panel, whose padding is its own.
    root: {
      margin: theme.spacing(-2, -2, 0),
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
  }),
  { name: 'EcsIamRoleWarnings' },
);

/** The warnings of a role, each with a way to the statement that it comes from. */
export function RoleWarnings(props: {
  role: RoleDetail;
  findingId: string | null;
  onView: (view: RoleView, findingId?: string) => void;
}) {
  const { role, findingId, onView } = props;
  const classes = useStyles();
  const t = useText();
  if (role.findings.length === 0) {
    return <Typography variant="body2">{t('warnings.none')}</Typography>;
  }
  return (
    <div className={classes.root}>
      <WarningList
        findings={role.findings}
        selectedId={findingId}
        onShowPlace={finding => onView(viewOf(finding), finding.id)}
      />
    </div>
  );
}
