import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { recordingDirectory } from './recordingDirectory';
import { callKey } from './replay/awsCall';
import { recordingFileSchema } from './replay/recordingFile';
import type { RecordingFile } from './replay/recordingFile';

const HARMLESS = ['example-not-a-secret', 'fis-managed-instance', 'prod'];

function textOf(name: string): Promise<string> {
  return readFile(join(recordingDirectory(), name), 'utf8');
}

describe.each(['recorded.json', 'authored.json'])('%s', name => {
  let text: string;
  let file: RecordingFile;
  beforeAll(async () => {
    text = await textOf(name);
    file = recordingFileSchema.parse(JSON.parse(text));
  });

  it('says whether it is authored, and why', () => {
    const authored = name === 'authored.json';
    expect(file.authored).toBe(authored);
    expect(
      file.responses.filter(
        ({ because }) => (because !== undefined) !== authored,
      ),
    ).toEqual([]);
  });

  it('holds each answer once, in order, one a line', () => {
    const keys = file.responses.map(response => callKey(response, response));
    expect(keys).toEqual([...new Set(keys)].sort());
    expect(text.split('\n')).toHaveLength(file.responses.length + 3);
  });

  it('is small', () => {
    expect(gzipSync(text).byteLength).toBeLessThan(250_000);
  });

  // Access keys, private keys, tokens and the passwords in addresses: none may ever get in.
  it.each([
    /\bA(KIA|SIA)[A-Z0-9]{16}\b/,
    /-----BEGIN/,
    /\bgh[pousr]_[A-Za-z0-9]{20,}/,
    /\/\/[^/\s"@]+:[^/\s"@]+@/,
  ])('holds nothing like %s', pattern => {
    expect(text).not.toMatch(pattern);
  });

  it('holds no environment value but harmless ones', () => {
    const values = [...text.matchAll(/"environment":(\[[^\]]*\])/g)]
      .flatMap(([, list]): { value: string }[] => JSON.parse(list))
      .map(({ value }) => value);
    expect(values.filter(value => !HARMLESS.includes(value))).toEqual([]);
  });
});
