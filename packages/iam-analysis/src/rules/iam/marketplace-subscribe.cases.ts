import { allow, deny, held } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { marketplaceSubscribe } from './marketplace-subscribe';

const AT = 'inline:app#/Statement/0';

export const cases: RuleCases<typeof marketplaceSubscribe> = {
  flagged: [
    {
      name: 'buys any product',
      given: held([
        allow([
          'aws-marketplace:Subscribe',
          'aws-marketplace:ViewSubscriptions',
        ]),
      ]),
      expect: [buying('aws-marketplace:Subscribe')],
    },
    {
      name: 'all of the Marketplace',
      given: held([allow('aws-marketplace:*')]),
      expect: [buying('aws-marketplace:Subscribe')],
    },
    {
      name: 'some products, by a key that the Service Authorization Reference does not name: one level lower',
      given: held([
        allow('aws-marketplace:Subscribe', '*', {
          'ForAnyValue:StringEquals': {
            'aws-marketplace:ProductId': ['prod-1'],
          },
        }),
      ]),
      expect: [{ ...buying('aws-marketplace:Subscribe'), severity: 'low' }],
    },
    {
      name: 'from one network: mitigated',
      given: held([
        allow('aws-marketplace:Subscribe', '*', {
          StringEquals: { 'aws:SourceVpc': 'vpc-1' },
        }),
      ]),
      expect: [
        { ...buying('aws-marketplace:Subscribe'), mitigatedBy: 'condition' },
      ],
    },
    {
      name: 'a Deny of the same: mitigated',
      given: held([
        allow('aws-marketplace:*ubscribe'),
        deny('aws-marketplace:Subscribe'),
      ]),
      expect: [{ ...buying('aws-marketplace:Subscribe'), mitigatedBy: 'deny' }],
    },
  ],
  accepted: [
    {
      name: 'ends subscriptions, and looks at them',
      given: held([
        allow(['aws-marketplace:Unsubscribe', 'aws-marketplace:View*']),
      ]),
    },
    {
      name: 'meters what a product uses',
      given: held([
        allow(['aws-marketplace:MeterUsage', 'aws-marketplace:RegisterUsage']),
      ]),
    },
    {
      name: 'an ARN: the action takes none, so it grants nothing',
      given: held([
        allow('aws-marketplace:Subscribe', 'arn:aws:aws-marketplace:*:*:*'),
      ]),
    },
    { name: 'a Deny is no grant', given: held([deny('aws-marketplace:*')]) },
    {
      name: 'administrator: `iam.admin-access` speaks of it',
      given: held([allow('*')]),
    },
  ],
};

function buying(...actions: string[]) {
  return {
    message: 'buys',
    data: { actions },
    at: AT,
    severity: 'medium',
  } as const;
}
