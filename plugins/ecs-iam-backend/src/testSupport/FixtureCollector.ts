import { TargetUnreachableError } from '@ecs-iam/plugin-ecs-iam-node';
import type {
  Collector,
  CollectRequest,
  FactPage,
  Target,
} from '@ecs-iam/plugin-ecs-iam-node';

/** What a target answers: its pages, or why it cannot be reached. */
export type Fixture = readonly FactPage[] | string;

/** Yields given pages. Between two pages it waits for `gate`, so that a test can look in while a read is under way. */
export class FixtureCollector implements Collector {
  /** The reads that began, in order. */
  readonly reads: ({ target: Target } & Pick<
    CollectRequest,
    'roleArns' | 'taskFamilies'
  >)[] = [];
  /** Waited for before each page. */
  gate: (target: Target) => Promise<void> = async () => {};
  readonly #fixtures = new Map<string, Fixture>();

  private constructor() {}

  static create(): FixtureCollector {
    return new FixtureCollector();
  }

  /** What the target answers from now on. */
  answer(target: Target, fixture: Fixture): void {
    this.#fixtures.set(`${target.accountId}/${target.region}`, fixture);
  }

  async *collect(
    target: Target,
    { roleArns, taskFamilies, signal }: CollectRequest,
  ): AsyncGenerator<FactPage, void> {
    this.reads.push({ target, roleArns, taskFamilies });
    const fixture =
      this.#fixtures.get(`${target.accountId}/${target.region}`) ?? [];
    if (typeof fixture === 'string') {
      throw new TargetUnreachableError(target, fixture);
    }
    for (const page of fixture) {
      await this.gate(target);
      signal.throwIfAborted();
      yield page;
    }
  }
}
