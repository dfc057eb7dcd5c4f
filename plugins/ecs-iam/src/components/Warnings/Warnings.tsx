import type { Finding } from '@ecs-iam/plugin-ecs-iam-common';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useId, useMemo, useState } from 'react';
import {
  isNarrow,
  noFilter,
  passes,
  type WarningFilter,
} from '../../findings/filter';
import { findingKinds, kindOf, ofKind } from '../../findings/kind';
import { worstFirst } from '../../findings/severity';
import type { Select } from '../../hooks/useSelection';
import { type Text, useText } from '../../hooks/useText';
import { viewOf } from './viewOf';
import { WarningFilters } from './WarningFilters';
import { WarningList } from './WarningList';
import { ActionButton } from '../ActionButton';

const useStyles = makeStyles(
  theme => ({
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(1.5, 2),
      padding: theme.spacing(2),
    },
    title: { fontWeight: 600 },
    none: {
      padding: theme.spacing(2),
      borderTop: `1px solid ${theme.palette.divider}`,
    },
  }),
  { name: 'EcsIamWarnings' },
);

/** All that was found about the roles of the entity, worst first, to narrow down and to open. */
export function Warnings(props: {
  findings: readonly Finding[];
  selectedId: string | null;
  select: Select;
}) {
  const { findings, selectedId, select } = props;
  const classes = useStyles();
  const t = useText();
  const titleId = useId();
  const [filter, setFilter] = useState(noFilter);
  const sorted = useMemo(() => worstFirst(findings), [findings]);
  const shown = useMemo(
    () =>
      sorted.filter(
        // What a link points at is shown whatever the filters say.
        finding => passes(finding, filter) || finding.id === selectedId,
      ),
    [sorted, filter, selectedId],
  );
  if (findings.length === 0) {
    return null;
  }
  return (
    <Paper component="section" aria-labelledby={titleId}>
      <div className={classes.head}>
        <div>
          <Typography
            id={titleId}
            variant="subtitle1"
            component="h3"
            className={classes.title}
          >
            {t('warnings.title')}
          </Typography>
          <Typography variant="caption" color="textSecondary" role="status">
            {isNarrow(filter)
              ? t('warnings.shown', {
                  count: shown.length,
                  total: String(findings.length),
                })
              : countsOf(t, findings)}
          </Typography>
        </div>
        {/* Notes alone are one click away as they are. */}
        {sorted.some(finding => kindOf(finding) !== 'note') && (
          <WarningFilters
            findings={sorted}
            filter={filter}
            onChange={setFilter}
          />
        )}
      </div>
      <WarningList
        findings={shown}
        selectedId={selectedId}
        isUnfolded={asksForFolded(filter)}
        onShowPlace={finding =>
          withRole(finding, id => select.role(id, viewOf(finding), finding.id))
        }
        onShowRole={finding => withRole(finding, id => select.role(id))}
      />
      {shown.length === 0 && (
        <div className={classes.none}>
          <Typography variant="body2" component="span" color="textSecondary">
            {t('warnings.noneShown')}{' '}
          </Typography>
          <ActionButton onClick={() => setFilter(noFilter)}>
            {t('warnings.clear')}
          </ActionButton>
        </div>
      )}
    </Paper>
  );
}

function withRole({ roleId }: Finding, show: (id: string) => void): void {
  if (roleId !== null) {
    show(roleId);
  }
}

// A severity or a state of which there is no warning: whoever asks for it does not want to unfold it as well.
function asksForFolded({ severity, state }: WarningFilter): boolean {
  return severity === 'info' || (state !== null && state !== 'active');
}

function countsOf(t: Text, findings: readonly Finding[]): string {
  return findingKinds
    .map(kind => [kind, ofKind(findings, kind).length] as const)
    .filter(([kind, count]) => kind === 'warning' || count > 0)
    .map(([kind, count]) => t(`kind.${kind}`, { count }))
    .join(' · ');
}
