import { useEffect, useState } from 'react';

const minute = 60_000;

/**
 * The present, to the minute, so that "12 minutes ago" stays true on a page that is left open.
 *
 * @returns a date that changes every minute
 */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), minute);
    return () => clearInterval(timer);
  }, []);
  return now;
}
