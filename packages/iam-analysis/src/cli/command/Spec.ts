/** An option of a command, by its name without dashes. */
export type OptionSpec = Readonly<{
  /** What stands for its value in the help; `null` for one without a value. */
  value: string | null;
  /** It may be given more than once. */
  many?: boolean;
  says: string;
}>;

/** How a command is called: the help is made from it, and arguments are checked with it. */
export type CommandSpec<Name extends string = string> = Readonly<{
  name: string;
  says: string;
  /** What stands for its arguments that are no options; `null` when it takes none. */
  operands: string | null;
  options: Readonly<Record<Name, OptionSpec>>;
  /** More to say in the help of the command. */
  notes: readonly string[];
}>;

/** The arguments of one call. */
export type Given<Name extends string = string> = Readonly<{
  operands: readonly string[];
  has(option: Name): boolean;
  /** @returns all values of an option that takes one */
  values(option: Name): readonly string[];
}>;
