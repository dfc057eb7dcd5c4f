import type { Finding } from '@ecs-iam/plugin-ecs-iam-common';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { useMemo } from 'react';
import { severityColors } from '../../appearance/severityColors';
import {
  annotateDocument,
  type AnnotatedLine,
} from '../../findings/annotateDocument';
import { CodeLine } from './CodeLine';
import { StatementMark } from './StatementMark';

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
  onShowFinding: (id: string) => void;
}) {
  const { label, document, findings, selectedFindingId, onShowFinding } = props;
  const classes = useStyles();
  const theme = useTheme();
  const lines = useMemo(
    () => annotateDocument(document, findings),
    [document, findings],
  );
  const styleOf = ({ findings: [worst] }: AnnotatedLine) => {
    if (!worst) {
      return undefined;
    }
    const { soft, line } = severityColors(theme, worst.severity);
    return { backgroundColor: soft, borderLeftColor: line };
  };
  return (
    <div role="group" aria-label={label} className={classes.root}>
      {lines.map(line => (
        <div key={line.number} className={classes.line} style={styleOf(line)}>
          {line.opens &&
            line.findings.map(finding => (
              <StatementMark
                key={finding.id}
                finding={finding}
                isSelected={finding.id === selectedFindingId}
                onShowFinding={onShowFinding}
              />
            ))}
          <CodeLine number={line.number} text={line.text} />
        </div>
      ))}
    </div>
  );
}
