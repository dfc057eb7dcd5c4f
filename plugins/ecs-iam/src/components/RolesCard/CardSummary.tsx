import type { EntityRoles } from '@ecs-iam/plugin-ecs-iam-common';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import CheckIcon from '@material-ui/icons/CheckCircleOutline';
import HelpIcon from '@material-ui/icons/HelpOutline';
import { readable } from '../../appearance/contrast';
import { awaitsScan } from '../../findings/awaitsScan';
import { countBySeverity, worstWarning } from '../../findings/severity';
import { type Text, useText } from '../../hooks/useText';
import { totals, usersInWords } from '../Posture';
import { Day } from '../Day';
import { Prose } from '../Prose';
import { RelativeTime } from '../RelativeTime';
import { SeverityBadge } from '../Severity';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: theme.spacing(1),
      fontFamily: theme.typography.fontFamily,
    },
    counts: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.75) },
    quiet: {
      display: 'flex',
      gap: theme.spacing(1),
      alignItems: 'center',
    },
    worst: { overflowWrap: 'anywhere' },
  }),
  { name: 'EcsIamCardSummary' },
);

/** The counts and the worst warning; one quiet line when all is well. */
export function CardSummary(props: { data: EntityRoles }) {
  const { data } = props;
  const classes = useStyles();
  const t = useText();
  const counts = countBySeverity(data.findings);
  const worst = worstWarning(data.findings);
  return (
    <div className={classes.root}>
      {worst ? (
        <>
          <div className={classes.counts}>
            {counts.map(({ severity, count }) => (
              <SeverityBadge key={severity} severity={severity} count={count} />
            ))}
          </div>
          <Typography variant="body2" className={classes.worst}>
            <Prose
              text={
                worst.roleName === null
                  ? worst.title
                  : t('posture.headline', {
                      role: worst.roleName,
                      title: worst.title,
                    })
              }
            />
          </Typography>
        </>
      ) : (
        <QuietLine data={data} />
      )}
      <Typography variant="caption" component="div" color="textSecondary">
        <Facts data={data} />
      </Typography>
    </div>
  );
}

function QuietLine(props: { data: EntityRoles }) {
  const { data } = props;
  const classes = useStyles();
  const { palette } = useTheme();
  const t = useText();
  const { isPartial } = totals(data);
  const isClean = hasRoles(data) && data.scannedAt !== null && !isPartial;
  const Icon = isClean ? CheckIcon : HelpIcon;
  const color = isClean ? palette.success.main : palette.grey[600];
  return (
    <Typography variant="body2" component="div" className={classes.quiet}>
      <Icon
        aria-hidden
        fontSize="small"
        style={{ color: readable(color, palette.background.paper) }}
      />
      <span>{quietText(t, data, isPartial)}</span>
    </Typography>
  );
}

function Facts(props: { data: EntityRoles }) {
  const { data } = props;
  const t = useText();
  if (!hasRoles(data)) {
    return null;
  }
  const all = totals(data);
  return (
    <>
      {usersInWords(t, all)}
      {' · '}
      {t('roles.roles', { count: all.roles })}
      {data.scannedAt !== null && (
        <>
          {' · '}
          {t('posture.scanned', {
            when: <RelativeTime iso={data.scannedAt} />,
          })}
        </>
      )}
      {data.gaps.length > 0 &&
        ` · ${t('card.gaps', { count: data.gaps.length })}`}
      {data.scannedAt !== null && (
        <>
          {' · '}
          {t('card.actionData', {
            day: <Day date={data.analysis.actionDataDate} />,
          })}
        </>
      )}
    </>
  );
}

function quietText(t: Text, data: EntityRoles, isPartial: boolean): string {
  if (awaitsScan(data)) {
    return t('empty.notScannedTitle');
  }
  if (!hasRoles(data)) {
    return t('card.noService');
  }
  return t(isPartial ? 'card.cleanButPartial' : 'card.clean');
}

function hasRoles({ services, roles }: EntityRoles): boolean {
  return services.length + roles.length > 0;
}
