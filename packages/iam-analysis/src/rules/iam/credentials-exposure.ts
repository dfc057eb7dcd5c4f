import { findAction } from '../../catalogue/catalogue';
import { actionsNamed, credentialsActions } from '../../catalogue/categories';
import { credentialsExposure as names } from '../../catalogue/categories/credentialsExposure';
import { lazily } from '../../catalogue/lazily';
import { defineRule } from '../defineRule';
import { ownSlots } from '../judgedSlots';
import { quoted } from '../words';
import { categoryReports } from './categoryReports';
import { unknownReports } from './unknownReports';

/**
 * Actions that return credentials or make such, on every resource; some cannot be bound to any. The sign-in to an image
 * registry is worth a note only: AWS grants it on `*` alone, every puller of images needs it, and it opens no repository
 * by itself.
 */
export const credentialsExposure = defineRule({
  id: 'iam.credentials-exposure',
  title: 'Role can get credentials of others',
  severity: 'high',
  about: 'role',
  slots: ownSlots,
  needs: ['grants'],
  docs: {
    why: "Credentials leave the container with whoever got into it: they work from anywhere, some for longer than the task's own, and they open what the role itself may not reach.",
    fix: 'Leave the action out, or name in `Resource` the roles, users, databases or environments that the application signs in to.',
    leaveIt:
      'To hand out credentials is the job of the task, such as a sign-in service, and its other permissions are few. A task that pulls or pushes images needs the sign-in to the registry on `*`.',
    links: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
      'https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry_auth.html',
    ],
  },
  messages: {
    credentials: (d: { actions: readonly string[] }) =>
      `The role can get credentials for what is not its own, with ${quoted(
        d.actions,
      )}.`,
    registry: (d: { actions: readonly string[] }) =>
      `The role can sign in to the image registry, with ${quoted(
        d.actions,
      )}. What it may pull or push there, its other permissions say.`,
  },
  *check({ grants }, { slot }) {
    yield* categoryReports(grants, slot, {
      message: 'credentials',
      actions: credentialsActions(),
      severity: 'high',
      apart: {
        message: 'registry',
        actions: registrySignIn(),
        severity: 'info',
      },
    });
    yield* unknownReports(grants, unknownNames(), {
      message: 'credentials',
      severity: 'high',
    });
  },
});

const registrySignIn = lazily(() =>
  actionsNamed([
    'ecr-public:GetAuthorizationToken',
    'ecr:GetAuthorizationToken',
  ]),
);

// AWS has taken some out of the Service Authorization Reference again.
const unknownNames = lazily(() =>
  names
    .filter(name => findAction(name) === undefined)
    .map(name => name.toLowerCase()),
);
