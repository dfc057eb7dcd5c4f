import { COLUMNS } from './catalogue.generated';
import { lazily } from './lazily';

/** What kind of thing an action does, as the Service Authorization Reference says. @public */
export type AccessLevel =
  | 'List'
  | 'Read'
  | 'Write'
  | 'Tagging'
  | 'Permissions management';

/** A type of resource that actions take. */
export type ResourceType = Readonly<{
  /** Such as `role`. */
  name: string;
  /** Such as `arn:{Partition}:iam::{Account}:role/{RoleNameWithPath}`. */
  arn: string;
  /** The service that the ARN names: mostly, not always, the one that the type belongs to. */
  arnService: string;
  conditionKeys: ConditionKeys;
}>;

/**
 * Keys in lower case, `{}` for a name that the user chooses (`aws:resourcetag/{}`), and whether a request can hold several
 * values of one.
 */
export type ConditionKeys = ReadonlyMap<string, Cardinality>;

export type Cardinality = 'single' | 'several';

/** What many actions of a service have in common. */
export type Signature = Readonly<{
  levels: readonly AccessLevel[];
  /** Empty: the action cannot be restricted to resources. */
  types: readonly ResourceType[];
  /** Those of them that every request names: to deny one is to deny the action. */
  required: readonly ResourceType[];
  /**
   * Those of them that every request names or whose ARN names the service of the action; all when there are none. Commands
   * of `ssm` may be sent to instances of `ec2`: who writes `*` on those does not mean them.
   */
  own: readonly ResourceType[];
  /** Those of the action itself and of the resource types that it takes. */
  conditionKeys: ConditionKeys;
}>;

/** Of a signature, what categories of actions are made of. */
export type Nature = Readonly<{
  levels: readonly AccessLevel[];
  /** It has resource types. */
  restrictable: boolean;
}>;

/**
 * The actions of one service, decoded from their lines when they are first asked for: most policies speak of few.
 */
export class ServiceTable {
  readonly prefix: string;
  /** The number of its first action; the others follow. */
  readonly first: number;
  readonly end: number;
  readonly #line: number;
  #names: readonly string[] | null = null;
  #lowerNames: readonly string[] | null = null;
  #fullNames: readonly string[] | null = null;
  #signatures: readonly Signature[] | null = null;
  #natures: readonly Nature[] | null = null;
  #signatureOf: readonly number[] | null = null;
  #types: readonly ResourceType[] | null = null;
  #keys: readonly (readonly [string, Cardinality])[] | null = null;
  readonly #keySets = new Map<number, ConditionKeys>();
  readonly #mergedKeys = new Map<string, ConditionKeys>();

  private constructor(line: number, prefix: string, first: number) {
    this.#line = line;
    this.prefix = prefix;
    this.first = first;
    this.end = first + number(column('count')[line]);
  }

  /** Every service, by prefix. */
  static all(): readonly ServiceTable[] {
    let first = 0;
    return column('prefix').map((prefix, line) => {
      const table = new ServiceTable(line, prefix, first);
      first = table.end;
      return table;
    });
  }

  /** Names as AWS writes them, in the order of {@link lowerNames}. */
  get names(): readonly string[] {
    this.#names ??= itemsOf(column('names')[this.#line], ' ');
    return this.#names;
  }

  /** The same with the service, such as `s3:GetObject`. */
  get fullNames(): readonly string[] {
    this.#fullNames ??= this.names.map(name => `${this.prefix}:${name}`);
    return this.#fullNames;
  }

  /** Sorted by code unit. */
  get lowerNames(): readonly string[] {
    this.#lowerNames ??= this.names.map(name => name.toLowerCase());
    return this.#lowerNames;
  }

  get types(): readonly ResourceType[] {
    this.#types ??= this.#decodeTypes();
    return this.#types;
  }

  /** @param action - number within the catalogue */
  signatureOf(action: number): Signature {
    this.#signatures ??= this.#decodeSignatures();
    return this.#signatures[this.#indexOf(action)];
  }

  /**
   * Decodes neither types nor keys: a category asks it of every action that there is.
   *
   * @param action - number within the catalogue
   */
  natureOf(action: number): Nature {
    this.#natures ??= itemsOf(column('signatures')[this.#line], ' ').map(
      item => {
        const bar = item.indexOf('|');
        return {
          levels: levelsOf(item.slice(0, bar)),
          restrictable: item[bar + 1] !== '|',
        };
      },
    );
    return this.#natures[this.#indexOf(action)];
  }

  #indexOf(action: number): number {
    this.#signatureOf ??= itemsOf(column('signatureOf')[this.#line], ' ').map(
      number,
    );
    return this.#signatureOf[action - this.first];
  }

  #decodeTypes(): readonly ResourceType[] {
    return itemsOf(column('types')[this.#line], ' ').map(item => {
      const [name, arn, keys] = item.split('|');
      const keySet = () => this.#keySet(number(keys));
      return {
        name: name.replace(/~/g, ' '),
        arn: `arn:{Partition}:${arn}`,
        arnService: arn.slice(0, arn.indexOf(':')),
        get conditionKeys() {
          return keySet();
        },
      };
    });
  }

  #decodeSignatures(): readonly Signature[] {
    return itemsOf(column('signatures')[this.#line], ' ').map(item => {
      const [levels, types, keys] = item.split('|');
      const keySet = lazily(() => this.#keysWith(number(keys), types));
      const items = itemsOf(types, ',');
      const all = items.map(type => this.types[number(type)]);
      const required = items
        .filter(type => type.endsWith('!'))
        .map(type => this.types[number(type)]);
      const own = all.filter(
        type => type.arnService === this.prefix || required.includes(type),
      );
      return {
        levels: levelsOf(levels),
        types: all,
        required,
        own: own.length === 0 ? all : own,
        // Only statements with conditions ask for keys, and their sets are the larger part of the table.
        get conditionKeys() {
          return keySet();
        },
      };
    });
  }

  // Those of the action and those of whatever resource it takes. Many signatures have the same.
  #keysWith(set: number, types: string): ConditionKeys {
    const name = `${set} ${types}`;
    const before = this.#mergedKeys.get(name);
    if (before !== undefined) {
      return before;
    }
    const own = this.#keySet(set);
    const ofTypes = itemsOf(types, ',').map(
      type => this.types[number(type)].conditionKeys,
    );
    const merged = ofTypes.every(keys =>
      [...keys.keys()].every(k => own.has(k)),
    )
      ? own
      : new Map([...ofTypes.flatMap(keys => [...keys]), ...own]);
    this.#mergedKeys.set(name, merged);
    return merged;
  }

  #keySet(set: number): ConditionKeys {
    const before = this.#keySets.get(set);
    if (before !== undefined) {
      return before;
    }
    this.#keys ??= itemsOf(column('keys')[this.#line], ' ').map(key =>
      cardinalityOf(
        (key.startsWith(':') ? this.prefix + key : key).toLowerCase(),
      ),
    );
    const keys = this.#keys;
    const decoded = new Map(
      itemsOf(column('keySets')[this.#line].split(' ')[set], ',').map(
        index => keys[number(index)],
      ),
    );
    this.#keySets.set(set, decoded);
    return decoded;
  }
}

function cardinalityOf(key: string): readonly [string, Cardinality] {
  return key.endsWith('*') ? [key.slice(0, -1), 'several'] : [key, 'single'];
}

/** The keys of every service together that belong to none of them, such as `aws:resourcetag/{}`, without decoding the rest. */
export const globalKeys = lazily(
  (): ReadonlySet<string> =>
    new Set(COLUMNS.keys.toLowerCase().match(/\baws:[^\s*]+/g)),
);

const lines = new Map<keyof typeof COLUMNS, readonly string[]>();

function column(name: keyof typeof COLUMNS): readonly string[] {
  const before = lines.get(name);
  if (before) {
    return before;
  }
  const split = COLUMNS[name].split('\n');
  lines.set(name, split);
  return split;
}

function itemsOf(text: string, separator: string): readonly string[] {
  return text === '' ? [] : text.split(separator);
}

function number(base36: string): number {
  return parseInt(base36, 36);
}

// A handful of texts stands for all of them.
function levelsOf(letters: string): readonly AccessLevel[] {
  const before = rememberedLevels.get(letters);
  if (before !== undefined) {
    return before;
  }
  const levels = Array.from(letters, levelOf);
  rememberedLevels.set(letters, levels);
  return levels;
}

const rememberedLevels = new Map<string, readonly AccessLevel[]>();

function levelOf(letter: string): AccessLevel {
  switch (letter) {
    case 'L':
      return 'List';
    case 'R':
      return 'Read';
    case 'W':
      return 'Write';
    case 'T':
      return 'Tagging';
    case 'P':
      return 'Permissions management';
    default:
      throw new Error(`The catalogue has an unknown access level '${letter}'.`);
  }
}
