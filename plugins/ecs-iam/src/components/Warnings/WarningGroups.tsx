import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import type { FindingGroup } from '../../findings/groups';
import { useText } from '../../hooks/useText';
import { ActionButton } from '../ActionButton';
import { WarningItem } from './WarningItem';
import type { PlaceActions } from './WarningList';

/** As many as a person reads before they narrow the list down. */
const PAGE = 20;

const useStyles = makeStyles(
  theme => ({
    list: { margin: 0, padding: 0, listStyle: 'none' },
    more: {
      padding: theme.spacing(1.25, 1.5),
      borderTop: `1px solid ${theme.palette.divider}`,
    },
  }),
  { name: 'EcsIamWarningGroups' },
);

/** Groups of findings, each a line that opens; of a long list, first the worst. */
export function WarningGroups(
  props: Readonly<{
    groups: readonly FindingGroup[];
    selectedId: string | null;
    withAccount: boolean;
  }> &
    PlaceActions,
) {
  const { groups, selectedId, ...shared } = props;
  const classes = useStyles();
  const t = useText();
  const [isWhole, setWhole] = useState(false);
  const selected = groups.findIndex(({ lead }) => lead.id === selectedId);
  const shown = isWhole || selected >= PAGE ? groups : groups.slice(0, PAGE);
  return (
    <>
      <ul className={classes.list}>
        {shown.map(group => (
          <WarningItem
            key={group.key}
            group={group}
            isSelected={group.lead.id === selectedId}
            {...shared}
          />
        ))}
      </ul>
      {shown.length < groups.length && (
        <div className={classes.more}>
          <ActionButton onClick={() => setWhole(true)}>
            {t('warnings.showAll', {
              count: groups.length - shown.length,
            })}
          </ActionButton>
        </div>
      )}
    </>
  );
}
