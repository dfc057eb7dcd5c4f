import { mapDates } from '../../replay/shiftDates';
import { withBody } from './amend';
import type { Asked } from './amend';

const DAY = 24 * 60 * 60 * 1000;
/** Older dates are those of AWS's own policies: they stay. */
const YOUNG = DAY;

/**
 * Takes out what differs between two recordings of one fleet: request ids, and the dates at which it was seeded, which
 * become a fixed one.
 */
export function normalise(asked: Asked): Asked {
  const seeded = new Date(Date.parse(asked.fleet.recordedAt) - 40 * DAY);
  const { body } = asked.answer;
  const withoutIds =
    typeof body === 'string'
      ? body.replace(/(<(requestId|RequestId)>)[^<]*/g, '$1demo')
      : body;
  return withBody(
    asked,
    mapDates(withoutIds, date =>
      Date.now() - date.getTime() < YOUNG ? seeded : date,
    ),
  );
}
