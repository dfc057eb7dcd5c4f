import CircularProgress from '@material-ui/core/CircularProgress';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import RefreshIcon from '@material-ui/icons/Refresh';
import type { ScanControl } from '../../hooks/useScan';
import { useText } from '../../hooks/useText';
import { ActionButton } from '../ActionButton';
import { RelativeTime } from '../RelativeTime';
import { scanProgress } from './scanProgress';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 2),
    },
  }),
  { name: 'EcsIamScanStatus' },
);

/** When the roles were read, how far a scan is, and the button that starts one. */
export function ScanStatus(props: {
  scannedAt: string | null;
  mayScan: boolean;
  scan: ScanControl;
}) {
  const { scannedAt, mayScan, scan } = props;
  const classes = useStyles();
  const t = useText();
  return (
    <div className={classes.root}>
      <Typography
        variant="body2"
        component="div"
        color="textSecondary"
        role="status"
      >
        {scan.isRunning && scanProgress(t, scan.scan)}
        {!scan.isRunning &&
          (scannedAt === null
            ? t('posture.neverScanned')
            : t('posture.scanned', {
                when: <RelativeTime iso={scannedAt} />,
              }))}
      </Typography>
      {mayScan && (
        <ActionButton
          variant="outlined"
          disabled={scan.isRunning}
          onClick={scan.start}
          startIcon={
            scan.isRunning ? (
              <CircularProgress size={16} color="inherit" aria-hidden />
            ) : (
              <RefreshIcon aria-hidden />
            )
          }
        >
          {t('scan.now')}
        </ActionButton>
      )}
    </div>
  );
}
