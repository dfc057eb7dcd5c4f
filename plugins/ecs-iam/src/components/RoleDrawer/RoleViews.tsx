import type { Place, RoleDetail } from '@ecs-iam/plugin-ecs-iam-common';
import { makeStyles } from '@material-ui/core/styles';
import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import { useId } from 'react';
import { ofKind } from '../../findings/kind';
import {
  type RoleView,
  roleViews,
  type StatementRef,
} from '../../hooks/useSelection';
import { type Text, useText } from '../../hooks/useText';
import { AnalysisBasis } from '../AnalysisBasis';
import { PolicyDocument } from '../PolicyDocument';
import { RoleNeeds } from '../RoleNeeds';
import { RoleProposal } from '../RoleProposal';
import { RoleOverview } from './RoleOverview';
import { RolePolicies } from './RolePolicies';
import { RoleWarnings } from './RoleWarnings';

const useStyles = makeStyles(
  theme => ({
    tabs: {
      flex: '0 0 auto',
      padding: theme.spacing(0, 0.5),
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    tab: {
      minWidth: 0,
      textTransform: 'none',
      letterSpacing: 'normal',
      color: theme.palette.text.secondary,
      '&[aria-selected=true]': { color: theme.palette.primary.main },
      // The theme of an app may have a colour for it that is made for tabs of pages: here it could hide the text.
      '&:hover': { backgroundColor: theme.palette.action.hover },
      padding: theme.spacing(0.75, 1.5),
    },
    panel: {
      flex: 1,
      overflowY: 'auto',
      padding: theme.spacing(2, 2, 4),
    },
  }),
  { name: 'EcsIamRoleViews' },
);

/** The views of a role, as tabs. */
export function RoleViews(props: {
  role: RoleDetail;
  view: RoleView;
  findingId: string | null;
  statement: StatementRef | null;
  onView: (view: RoleView, findingId?: string) => void;
  /** Leads to a place in a policy of the role. */
  onPlace: (place: Place) => void;
}) {
  const { role, view, onView } = props;
  const classes = useStyles();
  const t = useText();
  const id = useId();
  return (
    <>
      <Tabs
        value={view}
        onChange={(_, next: RoleView) => onView(next)}
        variant="scrollable"
        scrollButtons="off"
        indicatorColor="primary"
        textColor="primary"
        aria-label={t('role.tabs')}
        className={classes.tabs}
      >
        {roleViews.map(each => (
          <Tab
            key={each}
            value={each}
            id={`${id}-${each}`}
            aria-controls={`${id}-panel`}
            className={classes.tab}
            label={tabLabel(t, each, role)}
          />
        ))}
      </Tabs>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${view}`}
        className={classes.panel}
      >
        <View {...props} />
        <AnalysisBasis analysis={role.analysis} />
      </div>
    </>
  );
}

function View(props: Parameters<typeof RoleViews>[0]) {
  const { role, view, findingId, statement, onView, onPlace } = props;
  switch (view) {
    case 'overview':
      return <RoleOverview role={role} onView={onView} />;
    case 'warnings':
      return <RoleWarnings role={role} findingId={findingId} onView={onView} />;
    case 'needs':
      return <RoleNeeds role={role} onPlace={onPlace} />;
    case 'policies':
      return (
        <RolePolicies
          role={role}
          findingId={findingId}
          statement={statement}
          onView={onView}
        />
      );
    case 'trust':
      return (
        <PolicyDocument
          policy={role.trust}
          findings={role.findings}
          selectedFindingId={findingId}
          selectedStatement={
            statement?.document === role.trust.id ? statement.index : null
          }
          onShowFinding={finding => onView('warnings', finding)}
          onShowNeeds={() => onView('needs')}
        />
      );
    case 'proposal':
      return <RoleProposal role={role} />;
    default:
      return unreachable(view);
  }
}

function tabLabel(t: Text, view: RoleView, role: RoleDetail): string {
  switch (view) {
    case 'warnings':
      return t('role.tab.warnings', {
        number: String(ofKind(role.findings, 'warning').length),
      });
    case 'policies':
      return role.policies.known
        ? t('role.tab.policies', { number: String(role.policies.value.length) })
        : t('role.tab.policiesUnknown');
    default:
      return t(`role.tab.${view}`);
  }
}

function unreachable(value: never): never {
  throw new Error(`Unknown view '${value}'`);
}
