import Tooltip from '@material-ui/core/Tooltip';
import { useLanguage } from '../../hooks/useLanguage';
import { useNow } from '../../hooks/useNow';
import { exactTime, relativeTime } from './formatTime';

/** A time as people say it, with the exact time on hover. */
export function RelativeTime(props: { iso: string }) {
  const language = useLanguage();
  const now = useNow();
  return (
    <Tooltip title={exactTime(props.iso, language)}>
      <time dateTime={props.iso}>{relativeTime(props.iso, now, language)}</time>
    </Tooltip>
  );
}
