import { failWith } from '../__testUtils__/failWith';
import { errorMessage, statusOf } from './failure';

async function failure(status: number): Promise<unknown> {
  return failWith(status, 'SomeError', 'Do this next.').catch(
    (error: unknown) => error,
  );
}

describe('statusOf', () => {
  it.each([403, 404, 409, 503])('reads %d from an answer', async status => {
    expect(statusOf(await failure(status))).toBe(status);
  });

  it.each([[new TypeError('Failed to fetch')], ['text'], [null]])(
    'is null for %p',
    error => {
      expect(statusOf(error)).toBeNull();
    },
  );
});

describe('errorMessage', () => {
  it('is the message of the server alone', async () => {
    expect(errorMessage(await failure(409))).toBe('Do this next.');
  });

  it.each([
    [new TypeError('Failed to fetch'), 'Failed to fetch'],
    ['text', 'text'],
  ])('of %p is %p', (error, message) => {
    expect(errorMessage(error)).toBe(message);
  });
});
