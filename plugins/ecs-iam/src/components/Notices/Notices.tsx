import type { EntityRoles } from '@ecs-iam/plugin-ecs-iam-common';
import { gapsByAccount } from '../../findings/gapsByAccount';
import type { ScanNotice } from '../../hooks/useScan';
import { useText } from '../../hooks/useText';
import { Banner } from '../Banner';
import { Prose } from '../Prose';
import { RelativeTime } from '../RelativeTime';
import { Snippet } from '../Snippet';
import { GapNotice } from './GapNotice';
import { ScanNoticeBanner } from './ScanNoticeBanner';

/** What to know before reading the page: how a scan went, old data, what could not be read, broken annotations. */
export function Notices(props: {
  data: EntityRoles;
  scanNotice: ScanNotice | null;
}) {
  const { data, scanNotice } = props;
  const t = useText();
  return (
    <>
      {scanNotice && <ScanNoticeBanner notice={scanNotice} />}
      {data.stale && (
        <Banner tone="warning" title={t('stale.title')}>
          {t('stale.message', {
            when: <RelativeTime iso={data.stale.since} />,
            error: <Prose text={data.stale.error} />,
          })}
        </Banner>
      )}
      {gapsByAccount(data.gaps).map(gaps => (
        <GapNotice key={gaps.accountId} gaps={gaps} />
      ))}
      {data.problems.map(({ annotation, value, message, fix, snippet }) => (
        <Banner
          key={`${annotation}-${value}`}
          tone="warning"
          title={t('problem.title', { annotation })}
          below={snippet && <Snippet text={snippet} />}
        >
          <Prose text={`${message} ${fix}`} />
        </Banner>
      ))}
    </>
  );
}
