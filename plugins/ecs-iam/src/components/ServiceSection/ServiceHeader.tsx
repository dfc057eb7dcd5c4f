import type { EntityService } from '@ecs-iam/plugin-ecs-iam-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import LoopIcon from '@material-ui/icons/Loop';
import { useText } from '../../hooks/useText';
import { ExternalLink } from '../ExternalLink';
import { RelativeTime } from '../RelativeTime';
import { RunningCount } from './RunningCount';
import { titleOf } from './titleOf';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      gap: theme.spacing(0.5, 2),
      padding: theme.spacing(1.5, 2),
    },
    name: { overflowWrap: 'anywhere', fontWeight: 600 },
    facts: { color: theme.palette.text.secondary, flex: '1 1 200px' },
    side: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      alignItems: 'center',
      fontSize: theme.typography.pxToRem(14),
    },
    rollout: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      color: theme.palette.text.secondary,
    },
    icon: { fontSize: 16 },
  }),
  { name: 'EcsIamServiceHeader' },
);

/** Name, place and state of a service. */
export function ServiceHeader(props: { service: EntityService }) {
  const { service } = props;
  const classes = useStyles();
  const t = useText();
  const title = titleOf(t, service);
  const facts = [
    service.kind === 'task-family' && t('service.taskFamily'),
    service.cluster?.name,
    service.region,
    ...service.compute.map(compute => t(`compute.${compute}`)),
    service.accountId && t('known.inAccount', { account: service.accountId }),
  ].filter(Boolean);
  return (
    <div className={classes.root}>
      <Typography variant="subtitle1" component="h3" className={classes.name}>
        {title}
      </Typography>
      <Typography variant="body2" component="div" className={classes.facts}>
        {facts.join(' · ')}
      </Typography>
      <div className={classes.side}>
        {service.state === 'active' ? (
          <RunningCount service={service} />
        ) : (
          <Typography variant="body2" component="span" color="textSecondary">
            {service.goneSince === null
              ? t(`service.state.${service.state}`)
              : t('service.gone', {
                  when: <RelativeTime iso={service.goneSince} />,
                })}
          </Typography>
        )}
        {service.deploymentInProgress && (
          <span className={classes.rollout}>
            <LoopIcon className={classes.icon} aria-hidden />
            {t('service.rollout')}
          </span>
        )}
        {service.consoleUrl && (
          <ExternalLink
            to={service.consoleUrl}
            label={t('service.consoleOf', { name: title })}
          >
            {t('service.console')}
          </ExternalLink>
        )}
      </div>
    </div>
  );
}
