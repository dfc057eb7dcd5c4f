import { actionsNamed } from '../../catalogue/categories';
import { lazily } from '../../catalogue/lazily';
import { defineRule } from '../defineRule';
import { ownSlots } from '../judgedSlots';
import { quoted } from '../words';
import { categoryReports } from './categoryReports';

/** Purchases on AWS Marketplace. The action takes no resource, so it is granted for every product or for none. */
export const marketplaceSubscribe = defineRule({
  id: 'iam.marketplace-subscribe',
  title: 'Role can buy products on AWS Marketplace',
  severity: 'medium',
  about: 'role',
  slots: ownSlots,
  needs: ['grants'],
  docs: {
    why: 'A subscription costs money from the moment it is accepted, and its software runs with the trust of the company. Who gets into the container can subscribe to any product, in the name of the account.',
    fix: 'Leave the action out. A model of Amazon Bedrock that is sold on the Marketplace is subscribed to once, by a person; a statement for it can be bound with `aws-marketplace:ProductId`.',
    leaveIt: 'The task is the procurement of the company.',
    links: [
      'https://docs.aws.amazon.com/marketplace/latest/buyerguide/buyer-iam-users-groups-policies.html',
      'https://docs.aws.amazon.com/bedrock/latest/userguide/model-access.html',
    ],
  },
  messages: {
    buys: (d: { actions: readonly string[] }) =>
      `The role can buy any product on AWS Marketplace for the account, with ${quoted(
        d.actions,
      )}.`,
  },
  *check({ grants }, { slot }) {
    yield* categoryReports(grants, slot, {
      message: 'buys',
      actions: subscribing(),
      severity: 'medium',
    });
  },
});

const subscribing = lazily(() => actionsNamed(['aws-marketplace:Subscribe']));
