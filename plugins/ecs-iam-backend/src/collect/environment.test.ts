import { toEnvironment } from './environment';

it('keeps names and drops values', () => {
  expect(
    toEnvironment([
      { name: 'DB_PASSWORD', value: 'swordfish' },
      { name: 'LOG_LEVEL', value: 'info' },
      { name: 'EMPTY' },
      { value: 'nameless' },
    ]),
  ).toEqual([
    { name: 'DB_PASSWORD', looksLikeCredential: true },
    { name: 'LOG_LEVEL', looksLikeCredential: false },
    { name: 'EMPTY', looksLikeCredential: false },
  ]);
});
