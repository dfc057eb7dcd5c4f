import { ServiceUnavailableError } from '@backstage/errors';
import type { Fleet } from '../fleet/types';
import { callKey } from '../replay/awsCall';
import type { AwsCall, Place } from '../replay/awsCall';
import type { RecordedResponse, RecordingFile } from '../replay/recordingFile';
import type { AnswerSource } from '../replay/ReplayHandler';
import { amend } from './answers';
import type { Ask } from './askMoto';
import type { HostArns } from './hostArns';

type Options = Readonly<{ fleet: Fleet; ask: Ask; hostArn: HostArns }>;

/** Answers as the recording will, and remembers what it answered. */
export class FleetRecorder implements AnswerSource {
  readonly recordedAt: Date;
  readonly #fleet: Fleet;
  readonly #ask: Ask;
  readonly #hostArn: HostArns;
  readonly #answers = new Map<string, Promise<RecordedResponse>>();

  private constructor({ fleet, ask, hostArn }: Options) {
    this.recordedAt = new Date(fleet.recordedAt);
    this.#fleet = fleet;
    this.#ask = ask;
    this.#hostArn = hostArn;
  }

  static create(options: Options): FleetRecorder {
    return new FleetRecorder(options);
  }

  async find(place: Place, call: AwsCall): Promise<RecordedResponse> {
    const key = callKey(place, call);
    const answer = this.#answers.get(key) ?? this.#answer(place, call);
    this.#answers.set(key, answer);
    return answer;
  }

  /** What was answered so far: the server's answers, and those that hold more than the server can. */
  async files(): Promise<{ recorded: RecordingFile; authored: RecordingFile }> {
    const answers = await Promise.all(
      [...this.#answers].map(
        async ([key, answer]) => [key, await answer] as const,
      ),
    );
    const responses = answers
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, answer]) => answer);
    const file = (authored: boolean): RecordingFile => ({
      format: 1,
      recordedAt: this.#fleet.recordedAt,
      authored,
      responses: responses.filter(
        ({ because }) => (because !== undefined) === authored,
      ),
    });
    return { recorded: file(false), authored: file(true) };
  }

  async #answer(place: Place, call: AwsCall): Promise<RecordedResponse> {
    const { answer, because } = amend({
      fleet: this.#fleet,
      hostArn: this.#hostArn,
      place,
      call,
      answer: await this.#ask(place, call),
      because: [],
    });
    if (answer.status >= 500) {
      throw new ServiceUnavailableError(
        `moto answered ${answer.status} to ${callKey(
          place,
          call,
        )}; amend it under record/answers, or leave it out of the fleet`,
      );
    }
    return {
      account: place.account,
      region: call.service === 'iam' ? 'aws-global' : place.region,
      ...call,
      ...answer,
      ...(because.length > 0 && { because: [...because] }),
    };
  }
}
