import type { ResourceType } from '../catalogue/ServiceTable';
import { arnSegments, wholeArn } from '../policy/arnPattern';
import { covers, intersects } from '../policy/wildcard';
import type { Home } from './home';
import { oncePer } from './oncePer';

/**
 * How much of a type of resource something reaches: every resource of the account, some by a wildcard, named ones, none.
 *
 * @public
 */
export type Scope = 'all' | 'wide' | 'exact' | 'none';

const ORDER: readonly Scope[] = ['none', 'exact', 'wide', 'all'];

/** The one that reaches further. */
export function widerOf(a: Scope, b: Scope): Scope {
  return ORDER.indexOf(a) >= ORDER.indexOf(b) ? a : b;
}

/** The one that reaches less far. */
export function narrowerOf(a: Scope, b: Scope): Scope {
  return ORDER.indexOf(a) <= ORDER.indexOf(b) ? a : b;
}

/**
 * A pattern of `Resource` or `NotResource` in an account, and what it reaches of each type of resource. Policies repeat
 * their patterns, so each is kept with what was found out of it.
 */
export class ResourcePattern {
  /** The missing segments of a short ARN read `*`. */
  readonly text: string;
  /** It takes in every resource there is. */
  readonly isEverything: boolean;
  /** It matches the text `*`, on which actions without resource types are requested. */
  readonly matchesStar: boolean;
  /** The service of the ARN when it is written out: it then reaches no other's. */
  readonly service: string | null;
  readonly #home: Home;
  readonly #any: string;
  /** Of the resource, up to the first wildcard or variable. */
  readonly #literal: string;
  /** The text up to the first wildcard or variable. */
  readonly #start: string;
  readonly #scopes = new Map<ResourceType, Scope>();

  private constructor(written: string, home: Home) {
    this.text = wholeArn(written);
    this.#home = home;
    // A policy variable can become any text.
    this.#any = this.text.includes('$')
      ? this.text.replace(/\$\{[^}]{2,}\}/g, '*')
      : this.text;
    this.#literal = literalStart(this.text);
    [this.#start] = this.text.split(/[*?$]/);
    const [, , service = '*'] = this.text.split(':');
    this.service = /[*?$]/.test(service) ? null : service;
    this.isEverything = covers(this.text, `arn:${home.partition}:*:*:*:*`);
    this.matchesStar = /^(\*+|\*?\?\*?)$/.test(written);
  }

  /** @param written - as it stands in the policy */
  static of(written: string, home: Home): ResourcePattern {
    const key = `${home.partition} ${home.accountId} ${written}`;
    const before = remembered.get(key);
    if (before) {
      return before;
    }
    if (remembered.size >= MOST_REMEMBERED) {
      remembered.clear();
    }
    const pattern = new ResourcePattern(written, home);
    remembered.set(key, pattern);
    return pattern;
  }

  /** What it reaches of a type of resource. */
  scopeOn(type: ResourceType): Scope {
    if (this.isEverything) {
      return 'all';
    }
    const before = this.#scopes.get(type);
    if (before) {
      return before;
    }
    const scope = this.#findScope(type);
    this.#scopes.set(type, scope);
    return scope;
  }

  /** Whether it takes in all that the other does. */
  covers(other: ResourcePattern): boolean {
    return (
      this.isEverything ||
      // All that it matches begins like this, and most patterns begin in another way.
      (other.text.startsWith(this.#start) && covers(this.text, other.text))
    );
  }

  /** Whether something may match both; `false` is certain. */
  meets(other: ResourcePattern): boolean {
    return intersects(this.#any, other.#any);
  }

  #findScope(type: ResourceType): Scope {
    if (!this.#startsLike(type)) {
      return 'none';
    }
    const { inAccount, anywhere } = formsOf(type, this.#home);
    if (covers(this.text, inAccount)) {
      return 'all';
    }
    if (this.#missesSlash(type) || !arnsMeet(this.#any, anywhere)) {
      return 'none';
    }
    return hasWildcard(resourceOf(this.text)) ? 'wide' : 'exact';
  }

  // A service has up to a hundred types, and most differ in their first letters.
  #startsLike(type: ResourceType): boolean {
    if (this.service === null) {
      return true;
    }
    const literal = literalOf(type);
    return (
      this.service === type.arnService &&
      (this.#literal.startsWith(literal) || literal.startsWith(this.#literal))
    );
  }

  // The name of a bucket holds no slash, so `bucket/*` is its objects and never a bucket.
  #missesSlash({ arn }: ResourceType): boolean {
    return arn === BUCKET && resourceOf(this.#any).includes('/');
  }
}

const MOST_REMEMBERED = 20_000;
const remembered = new Map<string, ResourcePattern>();

const BUCKET = 'arn:{Partition}:s3:::{BucketName}';

// Segment by segment, so that a star for the account cannot take in a part of the name.
function arnsMeet(a: string, b: string): boolean {
  const left = arnSegments(a);
  const right = arnSegments(b);
  return left && right
    ? left.every((segment, index) => intersects(segment, right[index]))
    : intersects(a, b);
}

function resourceOf(pattern: string): string {
  return arnSegments(pattern)?.[5] ?? pattern;
}

function hasWildcard(text: string): boolean {
  return /[*?]/.test(
    text.includes('$') ? text.replace(/\$\{[^}]*\}/g, '') : text,
  );
}

// Of the resource, behind the fifth colon.
function literalStart(arn: string): string {
  let start = 0;
  for (let colons = 0; colons < 5; colons++) {
    start = arn.indexOf(':', start) + 1;
    if (start === 0) {
      return '';
    }
  }
  const length = arn.slice(start).search(/[*?${]/);
  return length === -1 ? arn.slice(start) : arn.slice(start, start + length);
}

const literalOf = oncePer(({ arn }: ResourceType) => literalStart(arn));

/** Every resource of a type, as patterns: in one account, and in any. */
type Forms = Readonly<{ home: Home; inAccount: string; anywhere: string }>;

// Accounts are judged one after the other, so those of the last one are enough.
const lastForms = new WeakMap<ResourceType, Forms>();

function formsOf(type: ResourceType, home: Home): Forms {
  const last = lastForms.get(type);
  if (
    last?.home.accountId === home.accountId &&
    last.home.partition === home.partition
  ) {
    return last;
  }
  const forms = {
    home,
    inAccount: everyResource(type, home),
    anywhere: everyResource(type, { ...home, accountId: '*' }),
  };
  lastForms.set(type, forms);
  return forms;
}

// Every resource of the type in the account, as a pattern. A name has at least one character.
function everyResource(type: ResourceType, home: Home): string {
  return type.arn.replace(/\{([^}]*)\}/g, (_, name: string) => {
    switch (name) {
      case 'Partition':
        return home.partition;
      case 'Account':
        return home.accountId;
      case 'Region':
        return '*';
      default:
        return '?*';
    }
  });
}
