import type {
  SchedulerService,
  SchedulerServiceTaskInvocationDefinition,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { ConflictError, NotFoundError } from '@backstage/errors';

type Task = SchedulerServiceTaskInvocationDefinition &
  SchedulerServiceTaskScheduleDefinition;

/**
 * Runs tasks when it is told to. As the real one, it starts a triggered task without waiting for it, and refuses one
 * that is running.
 */
export class HandScheduler implements SchedulerService {
  readonly tasks = new Map<string, Task>();
  readonly #running = new Map<string, Promise<void>>();
  readonly #controllers = new Set<AbortController>();

  private constructor() {}

  static create(): HandScheduler {
    return new HandScheduler();
  }

  async scheduleTask(task: Task): Promise<void> {
    this.tasks.set(task.id, task);
  }

  async triggerTask(id: string): Promise<void> {
    const task = this.tasks.get(id);
    if (!task) {
      throw new NotFoundError(`Task ${id} does not exist`);
    }
    if (this.#running.has(id)) {
      throw new ConflictError(`Task ${id} is currently running`);
    }
    const controller = new AbortController();
    this.#controllers.add(controller);
    const run = Promise.resolve(task.fn(controller.signal)).finally(() => {
      this.#running.delete(id);
      this.#controllers.delete(controller);
    });
    this.#running.set(id, run);
  }

  /** Runs every task to its end, as the schedule would. */
  async runAll(): Promise<void> {
    for (const id of this.tasks.keys()) {
      await this.triggerTask(id);
    }
    await this.idle();
  }

  /** Waits until no task runs. */
  async idle(): Promise<void> {
    await Promise.all(this.#running.values());
  }

  /** As a shutdown or a timeout would. */
  abortAll(): void {
    this.#controllers.forEach(controller => controller.abort());
  }

  async cancelTask(): Promise<void> {
    this.abortAll();
  }

  createScheduledTaskRunner(schedule: SchedulerServiceTaskScheduleDefinition) {
    return {
      run: (task: SchedulerServiceTaskInvocationDefinition) =>
        this.scheduleTask({ ...task, ...schedule }),
    };
  }

  async getScheduledTasks() {
    return [];
  }
}
