import { fitEnd, fitMiddle } from './fit';

describe('fitEnd', () => {
  it.each([
    ['Task role', 9, 'Task role'],
    ['Task roles', 9, 'Task rol…'],
  ])('%s in %d', (text, room, expected) => {
    expect(fitEnd(text, room)).toBe(expected);
  });
});

describe('fitMiddle', () => {
  it.each([
    ['checkout', 8, 'checkout'],
    ['checkout-task', 8, 'chec…ask'],
    ['checkout-task', 9, 'chec…task'],
  ])('%s in %d', (text, room, expected) => {
    expect(fitMiddle(text, room)).toBe(expected);
  });
});
