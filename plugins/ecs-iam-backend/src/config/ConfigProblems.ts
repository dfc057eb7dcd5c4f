import { InputError } from '@backstage/errors';
import type { z } from 'zod';

/** Gathers what is wrong with the configuration, so that all of it is said at once. */
export class ConfigProblems {
  readonly #problems: string[] = [];

  private constructor() {}

  static create(): ConfigProblems {
    return new ConfigProblems();
  }

  /** @param key - the configuration key, such as `ecsIam.targets[0].accountId` */
  add(key: string, message: string): void {
    this.#problems.push(`${key}: ${message}`);
  }

  /**
   * Parses a value of the configuration.
   *
   * @returns `undefined` when it does not fit; then each problem is noted with its key
   */
  parse<T>(key: string, value: unknown, schema: z.ZodType<T>): T | undefined {
    const parsed = schema.safeParse(value);
    if (parsed.success) {
      return parsed.data;
    }
    for (const issue of parsed.error.issues) {
      this.add(`${key}${printPath(issue.path)}`, issue.message);
    }
    return undefined;
  }

  /** Reads a value with a reader of Backstage's own, whose errors name the key themselves. */
  read<T>(key: string, reader: () => T): T | undefined {
    try {
      return reader();
    } catch (error) {
      this.add(key, error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }

  /** @throws InputError that names every problem */
  throwIfAny(): void {
    if (this.#problems.length > 0) {
      throw new InputError(
        `The configuration of ecs-iam cannot be used:\n${this.#problems
          .map(problem => `- ${problem}`)
          .join('\n')}`,
      );
    }
  }
}

function printPath(path: readonly PropertyKey[]): string {
  return path
    .map(part => {
      if (typeof part === 'number') {
        return `[${part}]`;
      }
      const name = String(part);
      return name.includes('.') ? `['${name}']` : `.${name}`;
    })
    .join('');
}
