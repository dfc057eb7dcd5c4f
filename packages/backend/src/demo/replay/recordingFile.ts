import type { JsonObject } from '@backstage/types';
import { z } from 'zod';

const jsonObject = z.custom<JsonObject>(
  value => typeof value === 'object' && value !== null && !Array.isArray(value),
);

const response = z.object({
  account: z.string(),
  /** `aws-global` for IAM. */
  region: z.string(),
  service: z.string(),
  operation: z.string(),
  params: jsonObject,
  status: z.number(),
  /** Parsed where AWS speaks JSON, text where it speaks XML. */
  body: z.union([jsonObject, z.string()]),
  /** Why no server gave this answer. */
  because: z.array(z.string()).optional(),
});

/** A file of a recording. One response a line, in the order of their keys, so that a difference can be read. */
export const recordingFileSchema = z.object({
  format: z.literal(1),
  recordedAt: z.string(),
  /** Written by hand (as typed data under `fleet/`), because the server that was recorded cannot hold it. */
  authored: z.boolean(),
  responses: z.array(response),
});

export type RecordingFile = z.infer<typeof recordingFileSchema>;
export type RecordedResponse = z.infer<typeof response>;
export type ResponseBody = RecordedResponse['body'];
