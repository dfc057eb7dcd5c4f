import type { JsonValue } from '@backstage/types';
import type { ResponseBody } from './recordingFile';

const XML_DATE =
  /(?<=>)\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|\+00:00)(?=<)/g;

/**
 * Moves all dates of an answer, so that what was two hours old when it was recorded is two hours old when the portal
 * starts. Dates are the numbers of JSON members that end in `At` (ECS: `createdAt`) or `Date` (Systems Manager:
 * `LastModifiedDate`), and in XML the elements that hold
 * nothing but a date (IAM: `LastUsedDate`). Documents within an answer are not touched.
 */
export function shiftDates(
  body: ResponseBody,
  milliseconds: number,
): ResponseBody {
  return mapDates(body, date => new Date(date.getTime() + milliseconds));
}

/** Replaces all dates of an answer; see {@link shiftDates} for what is a date. */
export function mapDates(
  body: ResponseBody,
  change: (date: Date) => Date,
): ResponseBody {
  if (typeof body === 'string') {
    return body.replace(XML_DATE, text => change(new Date(text)).toISOString());
  }
  return Object.fromEntries(
    Object.entries(body).map(([key, value]) => [
      key,
      value === undefined ? value : mapJsonDates(key, value, change),
    ]),
  );
}

function mapJsonDates(
  key: string,
  value: JsonValue,
  change: (date: Date) => Date,
): JsonValue {
  if (typeof value === 'number') {
    return /(At|Date)$/.test(key)
      ? change(new Date(value * 1000)).getTime() / 1000
      : value;
  }
  if (Array.isArray(value)) {
    return value.map(item => mapJsonDates('', item, change));
  }
  if (value && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [
        name,
        item === undefined ? item : mapJsonDates(name, item, change),
      ]),
    );
  }
  return value;
}
