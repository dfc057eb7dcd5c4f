/** All that a command needs of the machine, so that commands are functions. */
export type World = Readonly<{
  /** @throws an `InputError` that names the file */
  readFile(path: string): Promise<string>;
  /** The standard input, in pieces of any length. */
  stdin: AsyncIterable<string>;
  /** Writes to the standard output. */
  out(text: string): void;
  /** Writes to the standard error output. */
  err(text: string): void;
  now: Date;
  colours: boolean;
  /** Columns of the output. */
  width: number;
  version: string;
}>;

/** 0: done. 1: `--fail-on` says so. 2: an argument or the input is wrong. */
export type ExitCode = 0 | 1 | 2;
