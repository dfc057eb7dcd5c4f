import type { Finding, Severity } from '@ecs-iam/plugin-ecs-iam-common';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { useMemo } from 'react';
import { severityColors } from '../../appearance/severityColors';
import {
  annotateDocument,
  type AnnotatedLine,
} from '../../findings/annotateDocument';
import { worstWarning } from '../../findings/severity';
import { CodeLine } from './CodeLine';
import { StatementMarks } from './StatementMarks';
import { StatementPointer } from './StatementPointer';

const useStyles = makeStyles(
  theme => ({
    root: {
      padding: theme.spacing(1, 0),
      backgroundColor: theme.palette.background.paper,
      fontFamily: 'Menlo, Consolas, "Liberation Mono", monospace',
      fontSize: 12.5,
      lineHeight: 1.6,
    },
    line: { borderLeft: '4px solid transparent' },
  }),
  { name: 'EcsIamCodeView' },
);

/** A policy document with line numbers. Above a statement with findings stands what is wrong with it. */
export function CodeView(props: {
  label: string;
  document: Parameters<typeof annotateDocument>[0];
  findings: readonly Finding[];
  selectedFindingId: string | null;
  /** Index of the statement that the address points at. */
  selectedStatement: number | null;
  onShowFinding: (id: string) => void;
  onShowNeeds: () => void;
}) {
  const { label, document, findings, selectedFindingId, onShowFinding } = props;
  const classes = useStyles();
  const theme = useTheme();
  const lines = useMemo(
    () => annotateDocument(document, findings, selectedFindingId),
    [document, findings, selectedFindingId],
  );
  const selected = document.statements.find(
    ({ index }) => index === props.selectedStatement,
  );
  const styleOf = ({ number, groups }: AnnotatedLine) => {
    if (groups.length > 0) {
      const { soft, line } = severityColors(theme, loudness(groups));
      return { backgroundColor: soft, borderLeftColor: line };
    }
    const isSelected =
      selected !== undefined &&
      selected.firstLine <= number &&
      number <= selected.lastLine;
    return isSelected
      ? { borderLeftColor: theme.palette.primary.main }
      : undefined;
  };
  return (
    <div role="group" aria-label={label} className={classes.root}>
      {lines.map(line => (
        <div key={line.number} className={classes.line} style={styleOf(line)}>
          {line.number === selected?.firstLine && (
            <StatementPointer onShowNeeds={props.onShowNeeds} />
          )}
          {line.opens && (
            <StatementMarks
              groups={line.groups}
              selectedFindingId={selectedFindingId}
              onShowFinding={onShowFinding}
            />
          )}
          <CodeLine number={line.number} text={line.text} />
        </div>
      ))}
    </div>
  );
}

/** The colour of a statement: that of its worst warning, and a quiet one where there is none. */
function loudness(groups: AnnotatedLine['groups']): Severity {
  const worst = worstWarning(groups.flatMap(({ findings }) => findings));
  return worst?.severity ?? 'info';
}
