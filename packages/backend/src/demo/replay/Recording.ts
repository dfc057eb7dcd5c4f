import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { callKey } from './awsCall';
import type { AwsCall, Place } from './awsCall';
import { recordingFileSchema } from './recordingFile';
import type { RecordedResponse, RecordingFile } from './recordingFile';
import type { AnswerSource } from './ReplayHandler';

/** Answers of AWS by question. */
export class Recording implements AnswerSource {
  readonly recordedAt: Date;
  readonly #answers: ReadonlyMap<string, RecordedResponse>;

  private constructor(
    recordedAt: Date,
    answers: ReadonlyMap<string, RecordedResponse>,
  ) {
    this.recordedAt = recordedAt;
    this.#answers = answers;
  }

  /** @param files - where two answer the same question, the later one wins */
  static of(...files: readonly [RecordingFile, ...RecordingFile[]]): Recording {
    const answers = files.flatMap(file =>
      file.responses.map(
        response => [callKey(response, response), response] as const,
      ),
    );
    return new Recording(new Date(files[0].recordedAt), new Map(answers));
  }

  /**
   * @param directory - holds `recorded.json` and `authored.json`; authored answers win
   * @throws ZodError when a file is not a recording
   */
  static async load(directory: string): Promise<Recording> {
    const read = async (name: string) =>
      recordingFileSchema.parse(
        JSON.parse(await readFile(join(directory, name), 'utf8')),
      );
    return Recording.of(
      await read('recorded.json'),
      await read('authored.json'),
    );
  }

  async find(
    place: Place,
    call: AwsCall,
  ): Promise<RecordedResponse | undefined> {
    return this.#answers.get(callKey(place, call));
  }
}
