import { COLUMNS } from './catalogue.generated';

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
  /** Those of the action itself and, for this action, of its resource types. */
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
  #signatures: readonly Signature[] | null = null;
  #natures: readonly Nature[] | null = null;
  #signatureOf: readonly number[] | null = null;
  #types: readonly ResourceType[] | null = null;

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
        const [levels, types] = item.split('|', 2);
        return {
          levels: Array.from(levels, levelOf),
          restrictable: types !== '',
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
    const keySets = this.#decodeKeySets();
    return itemsOf(column('types')[this.#line], ' ').map(item => {
      const [name, arn, keys] = item.split('|');
      return {
        name: name.replace(/~/g, ' '),
        arn: `arn:{Partition}:${arn}`,
        arnService: arn.slice(0, arn.indexOf(':')),
        conditionKeys: keySets[number(keys)],
      };
    });
  }

  #decodeSignatures(): readonly Signature[] {
    const keySets = this.#decodeKeySets();
    return itemsOf(column('signatures')[this.#line], ' ').map(item => {
      const [levels, types, keys] = item.split('|');
      return {
        levels: Array.from(levels, levelOf),
        types: itemsOf(types, ',').map(type => this.types[number(type)]),
        required: itemsOf(types, ',')
          .filter(type => type.endsWith('!'))
          .map(type => this.types[number(type)]),
        conditionKeys: keySets[number(keys)],
      };
    });
  }

  #decodeKeySets(): readonly ConditionKeys[] {
    const keys = itemsOf(column('keys')[this.#line], ' ').map(
      (key): readonly [string, Cardinality] => {
        const full = (
          key.startsWith(':') ? this.prefix + key : key
        ).toLowerCase();
        return full.endsWith('*')
          ? [full.slice(0, -1), 'several']
          : [full, 'single'];
      },
    );
    return column('keySets')
      [this.#line].split(' ')
      .map(set => new Map(itemsOf(set, ',').map(index => keys[number(index)])));
  }
}

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
