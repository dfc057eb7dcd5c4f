import type { JsonObject, JsonValue } from '@backstage/types';

/** The objects of a list; nothing for what is no list. */
export function objects(value: JsonValue | undefined): JsonObject[] {
  return Array.isArray(value)
    ? value.filter(
        (item): item is JsonObject =>
          typeof item === 'object' && item !== null && !Array.isArray(item),
      )
    : [];
}
