import { makeStyles, useTheme } from '@material-ui/core/styles';
import { useEffect, useRef } from 'react';
import { severityColors } from '../../appearance/severityColors';
import type { FindingGroup } from '../../findings/groups';
import { kindOf } from '../../findings/kind';
import { useText } from '../../hooks/useText';
import { ActionButton } from '../ActionButton';
import { Prose } from '../Prose';
import { SeverityBadge } from '../Severity';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-start',
      gap: theme.spacing(0.25, 1),
      padding: theme.spacing(0.75, 1.5),
      fontFamily: theme.typography.fontFamily,
      fontSize: 13,
      lineHeight: 1.45,
    },
    selected: {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
    },
    message: { flex: '1 1 220px', minWidth: 0 },
    title: { fontWeight: 600 },
  }),
  { name: 'EcsIamStatementMark' },
);

/** What is wrong with the statement below it. The one that the address points at takes the focus. */
export function StatementMark(props: {
  group: FindingGroup;
  isSelected: boolean;
  onShowFinding: (id: string) => void;
}) {
  const { group, isSelected, onShowFinding } = props;
  const { lead: finding, findings } = group;
  const classes = useStyles();
  const t = useText();
  const isLoud = kindOf(finding) === 'warning';
  const { soft } = severityColors(
    useTheme(),
    isLoud ? finding.severity : 'info',
  );
  const more = findings.length - 1;
  const mark = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isSelected) {
      mark.current?.focus();
    }
  }, [isSelected]);
  return (
    <div
      ref={mark}
      role="note"
      tabIndex={-1}
      className={`${classes.root} ${isSelected ? classes.selected : ''}`}
      style={{ backgroundColor: soft }}
    >
      <SeverityBadge severity={finding.severity} quiet />
      <span className={classes.message}>
        <strong className={classes.title}>
          <Prose text={finding.title} />
        </strong>
        {'. '}
        <Prose text={finding.message} />
        {more > 0 && ` (${t('warnings.moreAlike', { count: more })})`}
        {finding.state !== 'active' && ` (${t(`state.${finding.state}`)})`}
      </span>
      <ActionButton onClick={() => onShowFinding(finding.id)}>
        {t('policy.whyAndFix')}
      </ActionButton>
    </div>
  );
}
