import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import type { ScanControl } from '../../hooks/useScan';
import { useText } from '../../hooks/useText';
import { ScanStatus } from '../Posture';
import { EmptyNotice } from '../States';

const useStyles = makeStyles(
  theme => ({
    bar: { marginTop: theme.spacing(2), height: 6, borderRadius: 3 },
  }),
  { name: 'EcsIamNotScanned' },
);

/** The first scan has not finished: how far it is, or how to start one. */
export function NotScanned(props: {
  name: string;
  scan: ScanControl;
  mayScan: boolean;
}) {
  const { name, scan, mayScan } = props;
  const classes = useStyles();
  const t = useText();
  const progress = scan.scan?.progress;
  return (
    <EmptyNotice
      title={t('empty.notScannedTitle')}
      text={t('empty.notScannedText', { name })}
    >
      <ScanStatus scannedAt={null} mayScan={mayScan} scan={scan} />
      {scan.isRunning && (
        <LinearProgress
          className={classes.bar}
          aria-label={t('scan.scanning')}
          {...(progress && progress.total > 0
            ? {
                variant: 'determinate' as const,
                value: (100 * progress.done) / progress.total,
              }
            : {})}
        />
      )}
    </EmptyNotice>
  );
}
