import { makeStyles, type Theme, useTheme } from '@material-ui/core/styles';
import { useState } from 'react';
import { quietOnTint } from '../../appearance/contrast';
import { toneColors } from '../../appearance/severityColors';
import { useText } from '../../hooks/useText';
import { type DiffLine, type DiffPart, diffParts } from '../../needs/diffParts';
import { ActionButton } from '../ActionButton';
import { VisuallyHidden } from '../VisuallyHidden';

const signs = { same: ' ', added: '+', removed: '−' } as const;

const useStyles = makeStyles(
  theme => ({
    root: {
      padding: theme.spacing(1, 0),
      fontFamily: 'Menlo, Consolas, "Liberation Mono", monospace',
      fontSize: 12.5,
      lineHeight: 1.6,
    },
    line: {
      display: 'flex',
      borderLeft: '4px solid transparent',
      color: theme.palette.text.primary,
    },
    sign: {
      flex: '0 0 28px',
      textAlign: 'center',
      fontWeight: 700,
      userSelect: 'none',
    },
    text: {
      flex: 1,
      minWidth: 0,
      paddingRight: theme.spacing(1.5),
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
      textDecoration: 'none',
    },
    gap: {
      padding: theme.spacing(0.25, 0, 0.25, 3.5),
      fontFamily: theme.typography.fontFamily,
      color: quietOnTint(theme),
      backgroundColor: theme.palette.action.hover,
    },
  }),
  { name: 'EcsIamDiff' },
);

/** What a change adds and removes, each with a sign and a colour. Lines without a change are shown on demand. */
export function Diff(props: { label: string; lines: readonly DiffLine[] }) {
  const classes = useStyles();
  return (
    <div role="group" aria-label={props.label} className={classes.root}>
      {diffParts(props.lines).map((part, index) => (
        <Part key={index} part={part} />
      ))}
    </div>
  );
}

function Part(props: { part: DiffPart }) {
  const { kind, lines } = props.part;
  const classes = useStyles();
  const t = useText();
  const [isOpen, setOpen] = useState(kind === 'lines');
  if (isOpen) {
    return (
      <>
        {lines.map((line, index) => (
          <Line key={index} line={line} />
        ))}
      </>
    );
  }
  return (
    <div className={classes.gap}>
      {t('proposal.unchanged', { count: lines.length })}
      <ActionButton onClick={() => setOpen(true)}>
        {t('proposal.showUnchanged')}
      </ActionButton>
    </div>
  );
}

function Line(props: { line: DiffLine }) {
  const { kind, text } = props.line;
  const classes = useStyles();
  const theme = useTheme();
  const t = useText();
  const Text = { same: 'span', added: 'ins', removed: 'del' } as const;
  const Element = Text[kind];
  return (
    <div className={classes.line} style={styleOf(theme, kind)}>
      <span className={classes.sign} aria-hidden>
        {signs[kind]}
      </span>
      {kind !== 'same' && (
        <VisuallyHidden>{t(`proposal.${kind}`)}</VisuallyHidden>
      )}
      <Element className={classes.text} style={hang(text)}>
        {text}
      </Element>
    </div>
  );
}

/** A long line wraps, and stays indented where it does. */
function hang(text: string) {
  const width = text.length - text.trimStart().length + 2;
  return { paddingLeft: `${width}ch`, textIndent: `-${width}ch` };
}

function styleOf(theme: Theme, kind: DiffLine['kind']) {
  if (kind === 'same') {
    return undefined;
  }
  const { palette } = theme;
  const { soft, line } = toneColors(
    theme,
    kind === 'added' ? palette.success.main : palette.error.main,
  );
  return { backgroundColor: soft, borderLeftColor: line };
}
