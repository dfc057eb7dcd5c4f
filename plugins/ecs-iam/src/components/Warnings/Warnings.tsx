import type { Finding } from '@ecs-iam/plugin-ecs-iam-common';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useId, useState } from 'react';
import { noFilter, passes } from '../../findings/filter';
import { worstFirst } from '../../findings/severity';
import type { Select } from '../../hooks/useSelection';
import { useText } from '../../hooks/useText';
import { viewOf } from './viewOf';
import { WarningFilters } from './WarningFilters';
import { WarningItem } from './WarningItem';
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
    list: { margin: 0, padding: 0, listStyle: 'none' },
    none: {
      padding: theme.spacing(2),
      borderTop: `1px solid ${theme.palette.divider}`,
    },
  }),
  { name: 'EcsIamWarnings' },
);

/** All warnings of the entity, worst first, to narrow down and to open. */
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
  const shown = worstFirst(findings).filter(
    // What a link points at is shown whatever the filters say.
    finding => passes(finding, filter) || finding.id === selectedId,
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
            {t('warnings.shown', {
              shown: String(shown.length),
              count: findings.length,
            })}
          </Typography>
        </div>
        <WarningFilters
          findings={worstFirst(findings)}
          filter={filter}
          onChange={setFilter}
        />
      </div>
      <ul className={classes.list}>
        {shown.map(finding => {
          const { id, roleId } = finding;
          return (
            <WarningItem
              key={id}
              finding={finding}
              isSelected={id === selectedId}
              onShowPlace={
                roleId === null
                  ? undefined
                  : () => select.role(roleId, viewOf(finding), id)
              }
              onShowRole={
                roleId === null ? undefined : () => select.role(roleId)
              }
            />
          );
        })}
      </ul>
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
