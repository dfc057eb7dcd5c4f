import { known, unknown } from '../../known';
import type { Known, Unknown } from '../../known';
import { placesOf } from '../placement';
import { resolveRoleArn } from '../names/roleArn';
import type { Required, RoleUse } from '../roleUse';
import type { Service } from '../service';
import type { ServiceContext } from '../serviceContext';
import type { RoleSlot } from '../slots';
import { providersOf } from './candidates';
import { nameOf } from './nameOf';

type Text = Readonly<{ usedFor: string; required: Required }>;

/**
 * Rows of the roles that the service names beside its tasks', and of the infrastructure role of its Managed Instances.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-ecs-iam-role-overview.html
 *
 * @param context - the service and what was read around it
 * @returns a row for each slot and role that is named; none for slots that are empty
 */
export function namedRoleRows(context: ServiceContext): readonly RoleUse[] {
  const { service } = context;
  const ofService = service.namedRoles.map(({ slot, roleArn }) =>
    rowOf(
      { slot, roleArn: known(resolveRoleArn(roleArn, service)) },
      nameOf(service),
    ),
  );
  const rows = [
    ...ofService,
    ...unreadRows(context),
    ...managedInstancesRows(context),
  ];
  return rows.filter(
    (row, index) =>
      index ===
      rows.findIndex(
        other =>
          other.slot === row.slot &&
          other.appliesTo === row.appliesTo &&
          roleIn(other) === roleIn(row),
      ),
  );
}

// Roles that the service has, and that only somebody else names: where nobody was asked, or nobody answered, it is not known
// which they are.
function unreadRows({ service }: ServiceContext): readonly RoleUse[] {
  return KNOWN_ELSEWHERE.filter(
    ({ slot, isUsedBy }) =>
      isUsedBy(service) && !service.namedRoles.some(each => each.slot === slot),
  ).map(({ slot, why }) => rowOf({ slot, roleArn: why }, nameOf(service)));
}

const KNOWN_ELSEWHERE: readonly Readonly<{
  slot: RoleSlot;
  isUsedBy: (service: Service) => boolean;
  why: Unknown;
}>[] = [
  {
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/codedeploy_IAM_role.html
    slot: 'code-deploy',
    isUsedBy: ({ deploymentController }) =>
      deploymentController === 'CODE_DEPLOY',
    why: unknown(
      'CodeDeploy knows the role, which is not read',
      'codedeploy:GetDeploymentGroup',
    ),
  },
  {
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/infrastructure_IAM_role.html
    slot: 'infrastructure-express',
    isUsedBy: ({ express }) => express,
    why: unknown(
      'Express Mode knows the role, which could not be read',
      'ecs:DescribeExpressGatewayService',
    ),
  },
];

function managedInstancesRows(context: ServiceContext): readonly RoleUse[] {
  const { service, cluster, capacityProviders } = context;
  return placesOf(service, cluster, capacityProviders).flatMap(place => {
    const providers = providersOf(place, context);
    return (providers.known ? providers.value : []).flatMap(provider =>
      provider.infrastructureRoleArn === null
        ? []
        : [
            rowOf(
              {
                slot: 'infrastructure-managed-instances',
                roleArn: known(
                  resolveRoleArn(provider.infrastructureRoleArn, service),
                ),
              },
              `capacity provider ${provider.name}`,
            ),
          ],
    );
  });
}

function rowOf(
  { slot, roleArn }: Readonly<{ slot: RoleSlot; roleArn: Known<string> }>,
  appliesTo: string,
): RoleUse {
  const { usedFor, required } = textOf(slot);
  return {
    slot,
    roleArn,
    appliesTo,
    revisions: [],
    usedFor: [usedFor],
    required,
    notes: [],
  };
}

function textOf(slot: RoleSlot): Text {
  switch (slot) {
    case 'infrastructure-volumes':
      return yes('creates and attaches EBS volumes', 'EBS volumes');
    case 'infrastructure-service-connect':
      return yes(
        'issues certificates for Service Connect',
        'Service Connect TLS',
      );
    case 'infrastructure-lattice':
      return yes('registers tasks with VPC Lattice', 'VPC Lattice');
    case 'infrastructure-load-balancers':
      return yes(
        'shifts load balancer traffic during deployments',
        'blue/green, linear or canary deployments',
      );
    case 'infrastructure-managed-instances':
      return yes('starts and stops hosts', 'Managed Instances');
    case 'infrastructure-express':
      return yes(
        'makes load balancer and scaling for the service',
        'Express Mode',
      );
    case 'gateway':
      return yes('runs the gateway', 'ECS gateway');
    case 'lifecycle-hook':
      return yes('calls the hooks of a deployment', 'lifecycle hooks');
    case 'service-linked':
      return yes(
        'attaches network interfaces, registers load balancer targets',
        'ECS',
      );
    case 'service':
      return {
        usedFor: 'registers tasks with the load balancer',
        required: {
          value: 'unknown',
          because: [
            'only accounts without the service-linked role of ECS need it, which is not read yet',
          ],
        },
      };
    case 'code-deploy':
      return yes('shifts traffic between task sets', 'CodeDeploy');
    case 'daemon-task':
      return yes('what the daemon calls', 'daemon');
    case 'daemon-execution':
      return yes('starts the daemon', 'daemon');
    case 'execution':
    case 'task':
    case 'instance':
      return yes('is named beside the tasks', 'named beside the tasks');
    default: {
      const never: never = slot;
      return never;
    }
  }
}

function yes(usedFor: string, because: string): Text {
  return { usedFor, required: { value: 'yes', because: [because] } };
}

function roleIn({ roleArn }: RoleUse): string | null {
  return roleArn.known ? roleArn.value : null;
}
