import { useLanguage } from '../../hooks/useLanguage';
import { dayText } from './dayText';

/** A day of the calendar, whatever the time zone. */
export function Day(props: { date: string }) {
  const language = useLanguage();
  return <time dateTime={props.date}>{dayText(props.date, language)}</time>;
}
