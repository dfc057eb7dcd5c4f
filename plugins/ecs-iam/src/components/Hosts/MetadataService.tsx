import type { HostGroup } from '@ecs-iam/plugin-ecs-iam-common';
import { isAlarming } from '../../hosts/isAlarming';
import { useText } from '../../hooks/useText';
import { Prose } from '../Prose';
import { type TextTone, ToneText } from '../ToneText';

type Reach = HostGroup['imds']['reach'];

/** What can be reached is as bad as what is got by it. */
const tones: Record<Reach, Readonly<{ alarming: TextTone; not: TextTone }>> = {
  yes: { alarming: 'error', not: 'warning' },
  'unless-blocked': { alarming: 'warning', not: 'info' },
  no: { alarming: 'success', not: 'success' },
  unknown: { alarming: 'unknown', not: 'unknown' },
};

/** Whether containers reach the metadata service of the host, and why. */
export function MetadataService(props: {
  group: Pick<HostGroup, 'imds' | 'together'>;
}) {
  const { group } = props;
  const { reach, why } = group.imds;
  const tone = tones[reach][isAlarming(group) ? 'alarming' : 'not'];
  const t = useText();
  return (
    <>
      <ToneText tone={tone}>{t(`hosts.reach.${reach}`)}</ToneText>
      {why && (
        <div>
          <Prose text={why} />
        </div>
      )}
    </>
  );
}
