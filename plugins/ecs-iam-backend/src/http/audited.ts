import type {
  AuditorService,
  AuditorServiceCreateEventOptions,
} from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';

/**
 * Does something under the eyes of the auditor: the event ends well or badly, as the deed does.
 *
 * @param options - the event, with the request from which the auditor reads who asks
 * @param act - what is done
 * @returns what it returns
 * @throws what it throws
 */
export async function audited<T>(
  auditor: AuditorService,
  options: AuditorServiceCreateEventOptions,
  act: () => Promise<T>,
): Promise<T> {
  const event = await auditor.createEvent(options);
  let result: T;
  try {
    result = await act();
  } catch (error) {
    await event.fail({
      error: isError(error) ? error : new Error(String(error)),
    });
    throw error;
  }
  await event.success();
  return result;
}
