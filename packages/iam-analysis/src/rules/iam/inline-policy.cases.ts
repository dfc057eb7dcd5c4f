import { documentOf, managed, policy } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { inlinePolicy } from './inline-policy';

const inline = (name: string) => policy(`inline:${name}`, documentOf([]));
const attached = managed('arn:aws:iam::111122223333:policy/checkout');

export const cases: RuleCases<typeof inlinePolicy> = {
  flagged: [
    {
      name: 'one inline policy',
      given: { policies: [inline('app')] },
      expect: [
        { message: 'inline', data: { policies: ['app'] }, at: 'inline:app#' },
      ],
    },
    {
      name: 'two, beside an attached one: one report a role',
      given: { policies: [attached, inline('app'), inline('logs')] },
      expect: [
        {
          message: 'inline',
          data: { policies: ['app', 'logs'] },
          at: 'inline:app#',
        },
      ],
    },
  ],
  accepted: [
    { name: 'a role without policies', given: { policies: [] } },
    {
      name: 'a customer managed policy',
      given: { policies: [attached] },
    },
    {
      name: 'an AWS managed policy',
      given: {
        policies: [managed('arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess')],
      },
    },
  ],
};
