import { parseArguments } from './parseArguments';
import type { CommandSpec } from './Spec';

const SPEC: CommandSpec<'json' | 'role' | 'context'> = {
  name: 'demo',
  says: 'Shows',
  operands: 'FILE...',
  options: {
    json: { value: null, says: '' },
    role: { value: 'FILE', says: '' },
    context: { value: 'KEY=VALUE', many: true, says: '' },
  },
  notes: [],
};

describe('parseArguments', () => {
  it('reads options and operands in any order', () => {
    const given = parseArguments(SPEC, [
      'a.json',
      '--context',
      'k=-1',
      '--json',
      '--role=b.json',
      '-',
      '--context=k=2,3',
      '--',
      '--c.json',
    ]);
    expect(given.operands).toEqual(['a.json', '-', '--c.json']);
    expect(given.has('json')).toBe(true);
    expect(given.values('role')).toEqual(['b.json']);
    expect(given.values('context')).toEqual(['k=-1', 'k=2,3']);
  });

  it('has nothing of what is not given', () => {
    const given = parseArguments(SPEC, []);
    expect(given.operands).toEqual([]);
    expect(given.has('json')).toBe(false);
    expect(given.values('role')).toEqual([]);
  });

  it.each([
    [
      ['--jsn'],
      'unknown option --jsn; expected one of --json, --role, --context',
    ],
    [['-j'], 'unknown option -j; expected one of --json, --role, --context'],
    [['--role'], '--role needs a value: --role FILE'],
    [['--role', '--json'], '--role needs a value: --role FILE'],
    [['--json=yes'], "--json takes no value, but got 'yes'"],
    [['--role', 'a', '--role', 'b'], '--role is given twice; expected it once'],
  ])('refuses %j', (args, message) => {
    expect(() => parseArguments(SPEC, args)).toThrow(message);
  });

  it('refuses operands of a command that takes none', () => {
    expect(() =>
      parseArguments({ ...SPEC, operands: null }, ['a.json']),
    ).toThrow("unexpected argument 'a.json'; demo takes options only");
  });
});
