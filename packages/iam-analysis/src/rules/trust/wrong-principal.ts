import { unknown } from '../../known';
import { defineRule } from '../defineRule';
import { ownSlots } from '../judgedSlots';
import { quoted, quotedOr } from '../words';
import { admissionOf, trustedNames, type Admission } from './admission';
import { neededPrincipal } from '../../ecs/neededPrincipal';

/**
 * The service that has to assume the role of this slot may not. The gateway slot is left out: AWS does not document
 * who assumes its role.
 */
export const wrongPrincipal = defineRule({
  id: 'trust.wrong-principal',
  title: 'Trust policy does not let ECS use the role',
  severity: 'high',
  about: 'role',
  slots: ownSlots.filter(slot => slot !== 'gateway'),
  needs: ['trust'],
  wants: ['compute'],
  docs: {
    why: 'A role works only for whom its trust policy names. Tasks that cannot assume their role do not start, hosts without one do not register, and the message that ECS shows rarely names the trust policy.',
    fix: 'Name the service principal of the slot in the trust policy, with the action `sts:AssumeRole`: `ecs-tasks.amazonaws.com` for task and execution roles, `ec2.amazonaws.com` for hosts on EC2, `ssm.amazonaws.com` for external hosts, `ecs.amazonaws.com` for infrastructure roles.',
    leaveIt:
      'The role is on its way out: nothing will be started with it again.',
    links: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-ecs-iam-role-overview.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html',
    ],
  },
  messages: {
    notNamed: (d: {
      who: string;
      services: readonly string[];
      trusted: readonly string[];
    }) =>
      `${
        d.who
      } must be able to assume this role, but the trust policy does not admit ${quotedOr(
        d.services,
      )}${d.trusted.length > 0 ? `; it names ${quoted(d.trusted)}` : ''}.`,
    denied: (d: { services: readonly string[] }) =>
      `A Deny statement of the trust policy shuts out ${quotedOr(d.services)}.`,
    otherAction: (d: {
      services: readonly string[];
      actions: readonly string[];
    }) =>
      `The trust policy names ${quotedOr(d.services)}, but for ${quoted(
        d.actions,
      )} and not for \`sts:AssumeRole\`.`,
    condition: (d: {
      services: readonly string[];
      key: string;
      values: readonly string[];
    }) =>
      `The trust policy names ${quotedOr(d.services)} under a condition on \`${
        d.key
      }\` (${quoted(d.values)}) that never holds for it.`,
  },
  *check({ trust, compute }, { slot, role }) {
    const needed = neededPrincipal(slot, compute);
    if (needed === null) {
      return;
    }
    if (!trust.document.known) {
      yield { undecided: trust.document };
      return;
    }
    const document = trust.document.value;
    const admissions = needed.services.map(service =>
      admissionOf(document.statements, service, role?.accountId ?? '*'),
    );
    if (admissions.some(({ kind }) => kind === 'admitted')) {
      return;
    }
    const { services } = needed;
    const admission = nearest(admissions);
    switch (admission.kind) {
      case 'admitted':
        return;
      case 'not-named':
        // The statement that names the service may be the one that could not be read.
        if (document.unread.length > 0) {
          yield {
            undecided: unknown('a part of the trust policy cannot be read'),
          };
          return;
        }
        yield {
          message: 'notNamed',
          data: {
            who: needed.who,
            services,
            trusted: trustedNames(document.statements),
          },
          at: 'trust#',
        };
        return;
      case 'denied':
        yield {
          message: 'denied',
          data: { services },
          at: `trust#${admission.at}`,
        };
        return;
      case 'other-action':
        yield {
          message: 'otherAction',
          data: { services, actions: admission.actions },
          at: `trust#${admission.at}`,
        };
        return;
      case 'condition':
        yield {
          message: 'condition',
          data: {
            services,
            key: admission.condition.key,
            values: admission.condition.values,
          },
          at: `trust#${admission.at}`,
        };
        return;
      default:
        admission satisfies never;
    }
  },
});

// Of several services, the one that is named comes closest to working, so it is the one to speak of.
function nearest(admissions: readonly Admission[]): Admission {
  return admissions.find(({ kind }) => kind !== 'not-named') ?? admissions[0];
}
