import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import type { FindingGroup } from '../../findings/groups';
import { useText } from '../../hooks/useText';
import { ActionButton } from '../ActionButton';
import { StatementMark } from './StatementMark';

/** What is said above a statement before the person asks for more: the statement itself is what they came for. */
const FIRST = 3;

const useStyles = makeStyles(
  theme => ({
    more: {
      padding: theme.spacing(0.5, 1.5),
      fontFamily: theme.typography.fontFamily,
    },
  }),
  { name: 'EcsIamStatementMarks' },
);

/** What is wrong with a statement, the worst first. */
export function StatementMarks(props: {
  groups: readonly FindingGroup[];
  selectedFindingId: string | null;
  onShowFinding: (id: string) => void;
}) {
  const { groups, selectedFindingId, onShowFinding } = props;
  const classes = useStyles();
  const t = useText();
  const [isWhole, setWhole] = useState(false);
  const hidden = groups.length - FIRST;
  const shown =
    isWhole || hidden < 2
      ? groups
      : groups.filter(
          ({ lead }, index) => index < FIRST || lead.id === selectedFindingId,
        );
  return (
    <>
      {shown.map(group => (
        <StatementMark
          key={group.key}
          group={group}
          isSelected={group.lead.id === selectedFindingId}
          onShowFinding={onShowFinding}
        />
      ))}
      {shown.length < groups.length && (
        <div className={classes.more}>
          <ActionButton onClick={() => setWhole(true)}>
            {t('policy.showAll', { count: groups.length - shown.length })}
          </ActionButton>
        </div>
      )}
    </>
  );
}
