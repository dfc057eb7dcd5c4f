import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RecordingFile } from '../replay/recordingFile';

/** Writes `recorded.json` and `authored.json`. */
export async function writeRecording(
  directory: string,
  files: Readonly<{ recorded: RecordingFile; authored: RecordingFile }>,
): Promise<void> {
  await writeFile(join(directory, 'recorded.json'), fileText(files.recorded));
  await writeFile(join(directory, 'authored.json'), fileText(files.authored));
}

/** One response a line, the same text for the same answers. */
export function fileText({ responses, ...head }: RecordingFile): string {
  const lines = responses.map(response => JSON.stringify(response));
  return `${JSON.stringify(head).slice(0, -1)},"responses":[\n${lines.join(
    ',\n',
  )}\n]}\n`;
}
