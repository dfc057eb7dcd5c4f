import { parseTaskFamily } from './taskFamily';

const place = {
  partition: 'aws',
  accountId: '111122223333',
  region: 'eu-west-1',
};
const ARN = 'arn:aws:ecs:eu-west-1:111122223333:task-definition';

describe('parseTaskFamily', () => {
  it.each([
    ['a name', 'nightly-report', { family: 'nightly-report', place: null }],
    ['space around it', ' a_B-1 ', { family: 'a_B-1', place: null }],
    ['an ARN', `${ARN}/report`, { family: 'report', place }],
    [
      'an ARN with its revision',
      `${ARN}/report:7`,
      { family: 'report', place },
    ],
    [
      'an ARN of China',
      'arn:aws-cn:ecs:cn-north-1:111122223333:task-definition/report',
      {
        family: 'report',
        place: {
          partition: 'aws-cn',
          accountId: '111122223333',
          region: 'cn-north-1',
        },
      },
    ],
  ])('reads %s', (_, text, value) => {
    expect(parseTaskFamily(text)).toEqual({ ok: true, value });
  });

  it.each([
    ['nothing', '', 'not-a-family', "'' names no family of task definitions"],
    [
      'a revision without an ARN',
      'report:7',
      'not-a-family',
      "'report:7' names no family of task definitions",
    ],
    [
      'a longer name than AWS allows',
      'x'.repeat(256),
      'not-a-family',
      `'${'x'.repeat(256)}' names no family of task definitions`,
    ],
    [
      'the ARN of a service',
      'arn:aws:ecs:eu-west-1:111122223333:service/prod/checkout',
      'not-a-family',
      "'arn:aws:ecs:eu-west-1:111122223333:service/prod/checkout' names no family of task definitions",
    ],
    [
      'a revision that is no number',
      `${ARN}/report:latest`,
      'not-a-family',
      `'${ARN}/report:latest' names no family of task definitions`,
    ],
    [
      'two ARNs',
      `${ARN}/a, ${ARN}/b`,
      'several',
      `'${ARN}/a, ${ARN}/b' holds more than one ARN`,
    ],
    [
      'an account that is none',
      'arn:aws:ecs:eu-west-1:1111:task-definition/a',
      'bad-place',
      "'arn:aws:ecs:eu-west-1:1111:task-definition/a' is no place where tasks run: its account id '1111' has 4 digits, not 12",
    ],
    [
      'no region',
      'arn:aws:ecs::111122223333:task-definition/a',
      'bad-place',
      "'arn:aws:ecs::111122223333:task-definition/a' is no place where tasks run: it names no region",
    ],
  ])('refuses %s, and says what to write', (_, text, reason, message) => {
    expect(parseTaskFamily(text)).toEqual({
      ok: false,
      reason,
      message,
      fix: expect.stringMatching(/^Write /),
    });
  });
});
