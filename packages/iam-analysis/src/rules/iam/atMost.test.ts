import { unknown } from '../../known';
import { atMost } from './atMost';

const reports = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ at }));

it.each([0, 2, 3])('passes %i of at most 3 on', count => {
  expect([...atMost(3, reports(count))]).toEqual(reports(count));
});

it('says that there are more', () => {
  expect([...atMost(3, reports(4))]).toEqual([
    ...reports(3),
    { undecided: unknown('the role has more than 3 of these') },
  ]);
});
