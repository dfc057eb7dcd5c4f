import { lineOf } from './lineOf';

const JSON_TEXT = `{
  "a/b": [
    1, "two ] { , : \\" ",
    { "c~d": null }
  ],
  "e": { "f": {}, "g": [],
    "h": -1.5e3 }, "i":
      true
}
`;

describe('lineOf', () => {
  it.each([
    ['', 1],
    ['/a~1b', 2],
    ['/a~1b/0', 3],
    ['/a~1b/1', 3],
    ['/a~1b/2', 4],
    ['/a~1b/2/c~0d', 4],
    ['/e', 6],
    ['/e/g', 6],
    ['/e/h', 7],
    ['/i', 8],
  ])('finds %s at line %s', (pointer, line) => {
    expect(JSON.parse(JSON_TEXT)).toBeTruthy();
    expect(lineOf(JSON_TEXT, pointer)).toBe(line);
  });

  it.each([
    ['/a~1b/2/nothing', 4],
    ['/a~1b/9', 2],
    ['/e/h/0/1', 7],
    ['/nothing', 1],
  ])('goes as far as it can towards %s', (pointer, line) => {
    expect(lineOf(JSON_TEXT, pointer)).toBe(line);
  });

  it('knows no line but the first in an empty text', () => {
    expect(lineOf('', '/role')).toBe(1);
  });
});
