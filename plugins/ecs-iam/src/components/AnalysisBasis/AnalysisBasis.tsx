import type { EntityRoles } from '@ecs-iam/plugin-ecs-iam-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { quietOnTint } from '../../appearance/contrast';
import { useLanguage } from '../../hooks/useLanguage';
import { useText } from '../../hooks/useText';
import { Day } from '../Day';

const useStyles = makeStyles(
  theme => ({
    // On the page itself, which is darker than paper.
    root: { padding: theme.spacing(1, 0), color: quietOnTint(theme) },
  }),
  { name: 'EcsIamAnalysisBasis' },
);

/** How old the knowledge is by which roles were judged, and what was not looked at. */
export function AnalysisBasis(props: { analysis: EntityRoles['analysis'] }) {
  const { actionDataDate, notLookedAt } = props.analysis;
  const classes = useStyles();
  const t = useText();
  const language = useLanguage();
  return (
    <Typography variant="caption" component="p" className={classes.root}>
      {t('analysis.judgedBy', { day: <Day date={actionDataDate} /> })}
      {notLookedAt.length > 0 && (
        <>
          {' '}
          {t('analysis.notLookedAt', {
            kinds: new Intl.ListFormat(language).format(
              notLookedAt.map(kind => t(`analysis.policies.${kind}`)),
            ),
          })}
        </>
      )}
    </Typography>
  );
}
