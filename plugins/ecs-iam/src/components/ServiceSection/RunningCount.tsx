import type { EntityService } from '@ecs-iam/plugin-ecs-iam-common';
import { makeStyles, type Theme, useTheme } from '@material-ui/core/styles';
import FullIcon from '@material-ui/icons/FiberManualRecord';
import PartIcon from '@material-ui/icons/TripOrigin';
import { readable } from '../../appearance/contrast';
import { useText } from '../../hooks/useText';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      fontVariantNumeric: 'tabular-nums',
    },
    icon: { fontSize: 12 },
  }),
  { name: 'EcsIamRunningCount' },
);

/** How many tasks run, of how many that should. */
export function RunningCount(props: {
  service: Pick<EntityService, 'kind' | 'runningCount' | 'desiredCount'>;
}) {
  const { kind, runningCount: running } = props.service;
  // Tasks of a schedule run when they run: there is no number that should.
  const desired = kind === 'service' ? props.service.desiredCount : null;
  const classes = useStyles();
  const { palette } = useTheme();
  const t = useText();
  if (running === null) {
    return null;
  }
  const isFull = desired === null || running === desired;
  const Icon = isFull && running > 0 ? FullIcon : PartIcon;
  return (
    <span className={classes.root}>
      <Icon
        aria-hidden
        className={classes.icon}
        style={{
          color: readable(
            colorOf(palette, isFull, running),
            palette.background.paper,
          ),
        }}
      />
      {isFull
        ? t('service.runningAll', { running: String(running) })
        : t('service.runningOf', {
            running: String(running),
            desired: String(desired),
          })}
    </span>
  );
}

function colorOf(
  palette: Theme['palette'],
  isFull: boolean,
  running: number,
): string {
  if (!isFull) {
    return palette.warning.main;
  }
  return running > 0 ? palette.success.main : palette.grey[600];
}
