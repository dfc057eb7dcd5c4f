import type { EntityRoles } from '@ecs-iam/plugin-ecs-iam-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useLanguage } from '../../hooks/useLanguage';
import { useText } from '../../hooks/useText';
import { Day } from '../Day';

const useStyles = makeStyles(
  theme => ({ root: { padding: theme.spacing(1, 0) } }),
  { name: 'EcsIamAnalysisBasis' },
);

/** How old the knowledge is by which roles were judged, and what was not looked at. */
export function AnalysisBasis(props: { analysis: EntityRoles['analysis'] }) {
  const { actionDataDate, notLookedAt } = props.analysis;
  const classes = useStyles();
  const t = useText();
  const language = useLanguage();
  return (
    <Typography
      variant="caption"
      component="p"
      color="textSecondary"
      className={classes.root}
    >
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
