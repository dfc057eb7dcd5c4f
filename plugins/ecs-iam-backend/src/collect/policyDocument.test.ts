import { decodeDocument } from './policyDocument';

const DOCUMENT = '{"Statement":[{"Resource":"arn:aws:s3:::a/100%25+b"}]}';

it.each([
  ['URL-encoded, as IAM answers', encodeURIComponent(DOCUMENT), DOCUMENT],
  ['plain JSON with a percent sign', DOCUMENT, DOCUMENT],
  ['plain JSON after a line break', `\n ${DOCUMENT}`, `\n ${DOCUMENT}`],
  ['text that does not decode', '%E0%A4%A', '%E0%A4%A'],
  ['encoded text that is not JSON', 'not%20JSON', 'not JSON'],
  ['a plus sign, which is no space', '%7B%22a%22:%22b+c%22%7D', '{"a":"b+c"}'],
  ['nothing', '', ''],
])('decodes %s', (_, text, document) => {
  expect(decodeDocument(text)).toBe(document);
});
