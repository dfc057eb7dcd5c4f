import { networkActions } from '../../catalogue/categories';
import { defineRule } from '../defineRule';
import { ownSlots } from '../judgedSlots';
import { quoted } from '../words';
import { categoryReports } from './categoryReports';

/** Actions that open a network, on every resource of their type. */
export const networkExposure = defineRule({
  id: 'iam.network-exposure',
  title: 'Role can open the network',
  severity: 'medium',
  about: 'role',
  slots: ownSlots,
  needs: ['grants'],
  docs: {
    why: 'Security groups, routes and blocks of public access keep databases and internal services off the internet. Who gets into the container makes its own way in and out, for every network of the account, or takes a public address from the service that owns it.',
    fix: 'Leave the actions out: an application runs in the network that was built for it. Where it manages security groups, name them in `Resource`, or bind the statement to one VPC or tag by a condition.',
    leaveIt:
      'The task is a controller of the network, such as one for load balancers, and nobody else can start or enter it.',
    links: [
      'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html',
      'https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html',
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
    ],
  },
  messages: {
    opens: (d: { actions: readonly string[] }) =>
      `The role can open or redirect any network of the account, with ${quoted(
        d.actions,
      )}.`,
  },
  *check({ grants }, { slot }) {
    yield* categoryReports(grants, slot, {
      message: 'opens',
      actions: networkActions(),
      severity: 'medium',
    });
  },
});
