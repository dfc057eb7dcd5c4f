import type { RoleDetail } from '@ecs-iam/plugin-ecs-iam-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { worstFirst } from '../../findings/severity';
import type { RoleView } from '../../hooks/useSelection';
import { useText } from '../../hooks/useText';
import { viewOf, WarningItem } from '../Warnings';

const useStyles = makeStyles(
  theme => ({
    list: {
      margin: theme.spacing(-2, -2, 0),
      padding: 0,
      listStyle: 'none',
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
    <ul className={classes.list}>
      {worstFirst(role.findings).map(finding => (
        <WarningItem
          key={finding.id}
          finding={finding}
          isSelected={finding.id === findingId}
          onShowPlace={() => onView(viewOf(finding), finding.id)}
        />
      ))}
    </ul>
  );
}
