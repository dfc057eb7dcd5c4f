import type { ScanNotice } from '../../hooks/useScan';
import { type Text, useText } from '../../hooks/useText';
import { Banner, type Tone } from '../Banner';
import { VisuallyHidden } from '../VisuallyHidden';

/** How a scan that was asked for went. A scan that went well is only said aloud: the page shows its result. */
export function ScanNoticeBanner(props: { notice: ScanNotice }) {
  const { notice } = props;
  const t = useText();
  if (notice.kind === 'finished') {
    return (
      <VisuallyHidden>
        <span role="status">{t('scan.finished')}</span>
      </VisuallyHidden>
    );
  }
  return <Banner live tone={toneOf(notice)} title={textOf(t, notice)} />;
}

function toneOf({ kind }: ScanNotice): Tone {
  switch (kind) {
    case 'failed':
    case 'start-failed':
      return 'error';
    case 'lost':
    case 'partial':
      return 'warning';
    case 'cool-down':
    case 'slow':
    case 'finished':
      return 'info';
    default:
      return unreachable(kind);
  }
}

function textOf(t: Text, notice: ScanNotice): string {
  switch (notice.kind) {
    case 'failed':
      return t('scan.failed', { reason: notice.reason });
    case 'start-failed':
      return t('scan.startFailed', { reason: notice.reason });
    case 'cool-down':
      return t('scan.coolDown', { reason: notice.reason });
    case 'lost':
      return t('scan.lost', { reason: notice.reason });
    case 'partial':
      return t('scan.partial');
    case 'slow':
      return t('scan.slow');
    case 'finished':
      return t('scan.finished');
    default:
      return unreachable(notice);
  }
}

function unreachable(value: never): never {
  throw new Error(`Unknown scan notice '${JSON.stringify(value)}'`);
}
