import type { FactPage, Gap } from '@ecs-iam/plugin-ecs-iam-node';

/** What could not be read, one gap for each API and cause. */
export class Gaps {
  readonly #gaps = new Map<string, Gap>();

  private constructor() {}

  static create(): Gaps {
    return new Gaps();
  }

  add(gap: Gap): void {
    const key = `${gap.api} ${gap.because}`;
    const before = this.#gaps.get(key);
    this.#gaps.set(
      key,
      before === undefined ? gap : { ...before, ...merged(before, gap) },
    );
  }

  all(): readonly Gap[] {
    return [...this.#gaps.values()];
  }

  /** Empties the collection into pages. */
  *flush(): Generator<FactPage> {
    const gaps = this.all();
    this.#gaps.clear();
    for (const gap of gaps) yield { kind: 'gap', gap };
  }
}

function merged(
  before: Gap,
  gap: Gap,
): Pick<Gap, 'resources' | 'leavesIncomplete'> {
  return {
    resources: [...new Set([...before.resources, ...gap.resources])],
    leavesIncomplete: [
      ...new Set([...before.leavesIncomplete, ...gap.leavesIncomplete]),
    ],
  };
}
