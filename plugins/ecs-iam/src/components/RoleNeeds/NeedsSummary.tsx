import { makeStyles } from '@material-ui/core/styles';
import { isLoud, type NeedSections } from '../../needs/needSections';
import { useText } from '../../hooks/useText';
import { type TextTone, ToneText } from '../ToneText';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.25, 2),
      margin: 0,
      padding: 0,
      listStyle: 'none',
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.5,
    },
  }),
  { name: 'EcsIamNeedsSummary' },
);

/** How many of what, in one line: what is missing first. */
export function NeedsSummary(props: { sections: NeedSections }) {
  const { sections } = props;
  const classes = useStyles();
  const t = useText();
  const isComplete =
    sections.missing.length + sections.unknown.length === 0 &&
    sections.tolerated.length +
      sections.conditional.length +
      sections.held.length >
      0;
  const counts = (
    [
      ['error', 'missing'],
      ['info', 'tolerated'],
      [excessTone(sections), 'excess'],
      ['unknown', 'conditional'],
      ['unknown', 'unknown'],
      ['success', 'held'],
      ['unknown', 'unresolved'],
      ['info', 'unseen'],
    ] as const satisfies readonly [TextTone, keyof NeedSections][]
  ).filter(([, section]) => sections[section].length > 0);
  return (
    <ul className={classes.root} aria-label={t('needs.summary')}>
      {isComplete && (
        <li>
          <ToneText tone="success">{t('needs.count.nothingMissing')}</ToneText>
        </li>
      )}
      {counts.map(([tone, section]) => (
        <li key={section}>
          <ToneText tone={tone}>
            {t(`needs.count.${section}`, { count: sections[section].length })}
          </ToneText>
        </li>
      ))}
    </ul>
  );
}

/** What tools and AWS's own policies add is known to most; the rest should be looked at. */
export function excessTone({ excess }: NeedSections): TextTone {
  return excess.some(({ kind }) => isLoud(kind)) ? 'warning' : 'info';
}
