import { nearestAction } from './nearestAction';

it.each([
  ['s3:GetObejct', 's3:GetObject'],
  ['S3:getobjects', 's3:GetObject'],
  [' sqs:SendMessage', 'sqs:SendMessage'],
  ['sqs:ReciveMessage', 'sqs:ReceiveMessage'],
  ['s3:HeadObject', 's3:GetObject'],
  ['dynamod:GetItem', 'dynamodb:GetItem'],
  // Too far, too short, or nobody can tell what was meant.
  ['s3:TimeTravel', null],
  ['execute-api:Invk', null],
  ['s3:Gte*', null],
  ['nosuchservice:GetItem', null],
  ['dynamod:GetItems', null],
  ['GetObject', null],
  [`s3:${'GetObject'.repeat(50)}`, null],
])('%p was meant for %p', (written, expected) => {
  expect(nearestAction(written)).toBe(expected);
});
