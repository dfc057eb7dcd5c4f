import type { Finding } from '@ecs-iam/plugin-ecs-iam-common';
import type { Text } from '../../hooks/useText';

/**
 * Says where a finding comes from. Statements are counted from 1 for people.
 *
 * @param t - the texts
 * @param finding - with or without a place in a policy
 * @returns policy and statement in words
 */
export function placeOf(t: Text, { place }: Pick<Finding, 'place'>): string {
  if (place === null) {
    return t('warnings.whereNone');
  }
  if (place.statement === null) {
    return place.documentName;
  }
  const policy = place.documentName;
  const number = String(place.statement + 1);
  return place.sid
    ? t('warnings.statementSid', { policy, number, sid: place.sid })
    : t('warnings.statement', { policy, number });
}
