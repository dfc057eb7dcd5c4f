import { InputError } from '../input/InputError';
import { run } from '../run';

/** Runs the program on files that are values; `broken.json` cannot be read for a reason that nobody expects. */
export async function call(
  args: readonly string[],
  given: Readonly<{ stdin?: string; files?: Record<string, unknown> }> = {},
) {
  const written = { out: '', err: '' };
  const code = await run(args, {
    readFile: async path => {
      if (path === 'broken.json') {
        throw new TypeError('boom');
      }
      if (given.files?.[path] === undefined) {
        throw new InputError('there is no such file');
      }
      return JSON.stringify(given.files[path]);
    },
    stdin: (async function* chunks() {
      yield given.stdin ?? '';
    })(),
    out: text => {
      written.out += text;
    },
    err: text => {
      written.err += text;
    },
    now: new Date('2026-11-02T09:00:00Z'),
    colours: false,
    width: 100,
    version: '1.2.3',
  });
  return { code, ...written };
}
