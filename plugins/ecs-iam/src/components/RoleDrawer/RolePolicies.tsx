import type { PolicyView, RoleDetail } from '@ecs-iam/plugin-ecs-iam-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { RoleView, StatementRef } from '../../hooks/useSelection';
import { useText } from '../../hooks/useText';
import { Banner } from '../Banner';
import { Unknown } from '../Known';
import { PolicyDocument } from '../PolicyDocument';

const useStyles = makeStyles(
  theme => ({ root: { display: 'grid', gap: theme.spacing(2) } }),
  { name: 'EcsIamRolePolicies' },
);

/** The policies of a role, then its boundary. */
export function RolePolicies(props: {
  role: RoleDetail;
  findingId: string | null;
  statement: StatementRef | null;
  onView: (view: RoleView, findingId?: string) => void;
}) {
  const { role, findingId, statement, onView } = props;
  const classes = useStyles();
  const t = useText();
  const show = (policy: PolicyView) => (
    <PolicyDocument
      key={policy.id}
      policy={policy}
      findings={role.findings}
      selectedFindingId={findingId}
      selectedStatement={
        statement?.document === policy.id ? statement.index : null
      }
      onShowFinding={finding => onView('warnings', finding)}
      onShowNeeds={() => onView('needs')}
    />
  );
  return (
    <div className={classes.root}>
      {!role.policies.known && (
        <Banner isInner tone="warning" title={t('policy.notRead')}>
          <Unknown
            because={role.policies.because}
            needs={role.policies.needs}
          />
        </Banner>
      )}
      {role.policies.known && role.policies.value.length === 0 && (
        <Typography variant="body2">{t('policy.none')}</Typography>
      )}
      {role.policies.known && role.policies.value.map(show)}
      {role.boundary.known &&
        role.boundary.value !== null &&
        show(role.boundary.value)}
    </div>
  );
}
