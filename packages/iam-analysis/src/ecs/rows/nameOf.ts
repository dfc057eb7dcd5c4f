import type { Service } from '../service';

/**
 * @param service - a service, or tasks that no service runs
 * @returns what people call it
 */
export function nameOf({ kind }: Service): string {
  switch (kind) {
    case 'service':
      return 'the service';
    case 'task-family':
      return 'the tasks';
    default:
      return kind satisfies never;
  }
}

/**
 * @param service - a service without deployments, or a family without tasks
 * @returns why it needs nothing
 */
export function nothingRuns({ kind }: Service): string {
  switch (kind) {
    case 'service':
      return 'nothing is deployed';
    case 'task-family':
      return 'no task runs';
    default:
      return kind satisfies never;
  }
}
