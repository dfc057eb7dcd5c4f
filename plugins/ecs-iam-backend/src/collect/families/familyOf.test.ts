import { familyOf, revisionOf } from './familyOf';

const arn = (resource: string) =>
  `arn:aws:ecs:eu-west-1:111122223333:${resource}`;

it.each([
  [arn('task-definition/night-shift:12'), 'night-shift', 12],
  [arn('daemon-task-definition/logs:1'), undefined, 0],
  [arn('task-definition/night'), undefined, 0],
  ['night:3', undefined, 0],
])('reads %s', (text, family, revision) => {
  expect([familyOf(text), revisionOf(text)]).toEqual([family, revision]);
});
