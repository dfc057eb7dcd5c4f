import { shortenArn } from './shortenArn';

const arn = 'arn:aws:iam::111122223333:role/service/checkout-task';

describe('shortenArn', () => {
  it('leaves a short ARN as it is', () => {
    expect(shortenArn(arn, arn.length)).toBe(arn);
  });

  it.each([
    [40, 'arn:aws:iam::111122…ervice/checkout-task'],
    [24, 'arn:aws:i…/checkout-task'],
  ])('in %d characters keeps the start and the name', (length, expected) => {
    const short = shortenArn(arn, length);
    expect(short.length).toBeLessThanOrEqual(length);
    expect(short).toBe(expected);
  });

  it('cuts a name that has no room', () => {
    expect(shortenArn(`arn:aws:iam::1:role/${'x'.repeat(80)}`, 20)).toBe(
      `arn:aws:…${'x'.repeat(11)}`,
    );
  });
});
