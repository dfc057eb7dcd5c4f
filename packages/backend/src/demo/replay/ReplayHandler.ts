import { Readable } from 'node:stream';
import { HttpResponse } from '@smithy/protocol-http';
import type { HttpRequest, RequestHandler } from '@smithy/types';
import { readAwsCall } from './awsCall';
import type { AwsCall, Place } from './awsCall';
import { errorBody } from './errorBody';
import type { RecordedResponse, ResponseBody } from './recordingFile';
import { shiftDates } from './shiftDates';

/** Where answers come from: a recording, or what makes one. */
export interface AnswerSource {
  /** The moment at which all answers are taken to have been given. */
  readonly recordedAt: Date;
  find(place: Place, call: AwsCall): Promise<RecordedResponse | undefined>;
}

export type ReplayOptions = Readonly<{
  answers: AnswerSource;
  /** All dates are moved as if the recording had been made now. */
  now: Date;
  onMissing(call: AwsCall, place: Place): void;
}>;

type Options = ReplayOptions & Readonly<{ place: Place }>;

/** The name of the error that an unrecorded question is answered with. */
export const NOT_RECORDED = 'NotInDemoRecording';

/** Answers the requests of an AWS SDK client from a recording, beneath its serialisers, paginators and retries. */
export class ReplayHandler
  implements RequestHandler<HttpRequest, HttpResponse>
{
  readonly #options: Options;

  private constructor(options: Options) {
    this.#options = options;
  }

  static create(options: Options): ReplayHandler {
    return new ReplayHandler(options);
  }

  async handle(request: HttpRequest): Promise<{ response: HttpResponse }> {
    const { answers, place, now, onMissing } = this.#options;
    const call = readAwsCall(request);
    const answer = await answers.find(place, call);
    if (!answer) {
      onMissing(call, place);
      return {
        response: respond(
          400,
          errorBody(call.service, NOT_RECORDED, missing(call, place)),
        ),
      };
    }
    const age = now.getTime() - answers.recordedAt.getTime();
    return { response: respond(answer.status, shiftDates(answer.body, age)) };
  }
}

function respond(statusCode: number, body: ResponseBody): HttpResponse {
  const xml = typeof body === 'string';
  return new HttpResponse({
    statusCode,
    headers: {
      'content-type': xml ? 'text/xml' : 'application/x-amz-json-1.1',
      'x-amzn-requestid': 'demo',
    },
    body: Readable.from([Buffer.from(xml ? body : JSON.stringify(body))]),
  });
}

function missing(call: AwsCall, { account, region }: Place): string {
  return (
    `The demo's recording has no answer to ${call.service}:${call.operation} in ${account}, ${region}. ` +
    'Make the recording again (yarn demo:record), or set "demo.fleet: aws" to ask AWS.'
  );
}
