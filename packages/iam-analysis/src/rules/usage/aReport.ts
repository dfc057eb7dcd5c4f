import type { LastAccessed } from '../../ecs/lastAccessed';

/**
 * A report for the cases of rules.
 *
 * @param services - by namespace, when the role last called them
 * @param actions - by name with service, when it last called them; absent: a report on services alone
 */
export function aReport(
  services: Readonly<Record<string, string | null>>,
  actions?: Readonly<Record<string, string | null>>,
): LastAccessed {
  return {
    granularity: actions ? 'ACTION_LEVEL' : 'SERVICE_LEVEL',
    services: Object.entries(services).map(
      ([namespace, lastAuthenticated]) => ({
        namespace,
        lastAuthenticated,
        trackedActions: Object.entries(actions ?? {}).flatMap(
          ([action, lastAccessed]) => {
            const [service, name] = action.split(':');
            return service === namespace ? [{ name, lastAccessed }] : [];
          },
        ),
      }),
    ),
  };
}
