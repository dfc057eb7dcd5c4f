import { dropsText } from './dropsText';

const AT = 'inline:app#/Statement/0';
const EVERYWHERE = { kind: 'only', patterns: ['*'] } as const;

describe('dropsText', () => {
  it('puts the actions of a service together, and says what is left of them', () => {
    expect(
      dropsText(
        {
          principals: [
            {
              at: 'trust#/Statement/0',
              kind: 'only',
              principals: [{ type: 'AWS', value: '*' }],
              remains: 'nothing',
            },
            {
              at: 'trust#/Statement/1',
              kind: 'all-but',
              principals: [{ type: 'AWS', value: '111122223333' }],
              remains: 'under-conditions',
            },
          ],
          actions: [
            {
              at: AT,
              actions: [
                'ecs:RunTask',
                'iam:PassRole',
                's3:GetObject',
                's3:Put*',
              ],
              resources: EVERYWHERE,
              remains: 'nothing',
            },
            {
              at: AT,
              actions: ['sqs:SendMessage'],
              resources: { kind: 'all-but', patterns: ['arn:aws:sqs:*:*:a'] },
              remains: 'on-fewer-resources',
            },
          ],
        },
        100,
      ),
    ).toBe(`    From trust policy, /Statement/0:
      let in no more:
        \`AWS *\`
    From trust policy, /Statement/1:
      let in under more conditions only:
        all but \`AWS 111122223333\`
    From inline policy app, /Statement/0:
      no more, on \`*\`:
        \`s3:GetObject\` and \`s3:Put*\`
        \`ecs:RunTask\` and \`iam:PassRole\`
      on fewer resources only, on all but \`arn:aws:sqs:*:*:a\`:
        \`sqs:SendMessage\``);
  });

  it('cuts long lists, and counts the rest', () => {
    const named = (service: string, many: number) =>
      Array.from({ length: many }, (_, n) => `${service}:A${n}`);
    const services = Array.from({ length: 10 }, (_, n) => `many${n}`);
    const alone = Array.from({ length: 11 }, (_, n) => `one${n}:*`);
    expect(
      dropsText(
        {
          principals: [],
          actions: [
            {
              at: AT,
              actions: [
                ...services.flatMap(service => named(service, 2)),
                ...named('most', 7),
                ...alone,
              ],
              resources: EVERYWHERE,
              remains: 'nothing',
            },
          ],
        },
        200,
      )
        .split('\n')
        .slice(2),
    ).toEqual([
      '        `most:A0`, `most:A1`, `most:A2`, `most:A3`, `most:A4` and 2 more',
      ...services
        .slice(0, 7)
        .map(service => `        \`${service}:A0\` and \`${service}:A1\``),
      `        ${alone
        .slice(0, 8)
        .map(action => `\`${action}\``)
        .join(', ')} and 3 more`,
      '        6 more of 3 other services',
    ]);
  });
});
