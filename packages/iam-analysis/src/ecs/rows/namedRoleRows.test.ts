import { known, unknown } from '../../known';
import {
  aCapacityProvider,
  aService,
  aServiceContext,
  aStrategy,
  roleArn,
} from '../../testUtils';
import type { NamedRole } from '../service';
import { roleSlots } from '../slots';
import { namedRoleRows } from './namedRoleRows';

function rows(...namedRoles: NamedRole[]) {
  return namedRoleRows(aServiceContext({ service: aService({ namedRoles }) }));
}

describe('namedRoleRows', () => {
  it('has no row for slots that are empty', () => {
    expect(rows()).toEqual([]);
  });

  it('says what the service uses the role for', () => {
    expect(
      rows({ slot: 'infrastructure-volumes', roleArn: roleArn('infra') }),
    ).toEqual([
      {
        slot: 'infrastructure-volumes',
        roleArn: known(roleArn('infra')),
        appliesTo: 'the service',
        revisions: [],
        usedFor: ['creates and attaches EBS volumes'],
        required: { value: 'yes', because: ['EBS volumes'] },
        notes: [],
      },
    ]);
  });

  it('calls tasks that no service runs the tasks', () => {
    expect(
      namedRoleRows(
        aServiceContext({
          service: aService({
            kind: 'task-family',
            namedRoles: [
              { slot: 'infrastructure-volumes', roleArn: roleArn('infra') },
            ],
          }),
        }),
      ),
    ).toMatchObject([{ appliesTo: 'the tasks' }]);
  });

  it('says which permission shows the role of CodeDeploy', () => {
    expect(
      namedRoleRows(
        aServiceContext({
          service: aService({ deploymentController: 'CODE_DEPLOY' }),
        }),
      ),
    ).toEqual([
      {
        slot: 'code-deploy',
        roleArn: unknown(
          'CodeDeploy knows the role, which is not read',
          'codedeploy:GetDeploymentGroup',
        ),
        appliesTo: 'the service',
        revisions: [],
        usedFor: ['shifts traffic between task sets'],
        required: { value: 'yes', because: ['CodeDeploy'] },
        notes: [],
      },
    ]);
  });

  it('has one row for the role of CodeDeploy once it is read', () => {
    expect(
      namedRoleRows(
        aServiceContext({
          service: aService({
            deploymentController: 'CODE_DEPLOY',
            namedRoles: [{ slot: 'code-deploy', roleArn: roleArn('deploy') }],
          }),
        }),
      ),
    ).toMatchObject([{ roleArn: known(roleArn('deploy')) }]);
  });

  it('says that the role of Express Mode is not known where nothing names it', () => {
    const express = (...namedRoles: readonly NamedRole[]) =>
      namedRoleRows(
        aServiceContext({ service: aService({ express: true, namedRoles }) }),
      ).map(row => [row.slot, row.roleArn]);
    expect(express()).toEqual([
      [
        'infrastructure-express',
        unknown(
          'Express Mode knows the role, which could not be read',
          'ecs:DescribeExpressGatewayService',
        ),
      ],
    ]);
    expect(
      express({ slot: 'infrastructure-express', roleArn: roleArn('express') }),
    ).toEqual([['infrastructure-express', known(roleArn('express'))]]);
  });

  it.each(['ECS', 'EXTERNAL'])(
    'has no row of CodeDeploy where %s deploys',
    deploymentController => {
      expect(
        namedRoleRows(
          aServiceContext({ service: aService({ deploymentController }) }),
        ),
      ).toEqual([]);
    },
  );

  it('leaves open whether the legacy service role is needed', () => {
    expect(rows({ slot: 'service', roleArn: 'ecsServiceRole' })).toMatchObject([
      {
        roleArn: known(roleArn('ecsServiceRole')),
        required: { value: 'unknown' },
      },
    ]);
  });

  it('has one row for a role that two hooks name, and two for two roles', () => {
    const a: NamedRole = { slot: 'lifecycle-hook', roleArn: roleArn('a') };
    const b: NamedRole = { slot: 'lifecycle-hook', roleArn: roleArn('b') };
    expect(rows(a, b, a).map(each => each.roleArn)).toEqual([
      known(roleArn('a')),
      known(roleArn('b')),
    ]);
  });

  it('has a row for each slot that one role fills', () => {
    expect(
      rows(
        { slot: 'infrastructure-volumes', roleArn: roleArn('infra') },
        { slot: 'infrastructure-lattice', roleArn: roleArn('infra') },
      ).map(each => each.slot),
    ).toEqual(['infrastructure-volumes', 'infrastructure-lattice']);
  });

  it.each(roleSlots)('has words for slot %s', slot => {
    const [row] = rows({ slot, roleArn: roleArn('a') });
    expect(row.usedFor).toEqual([expect.stringMatching(/\w+ \w+/)]);
    expect(row.required.because).toEqual([expect.stringMatching(/\w+/)]);
  });

  const managed = aCapacityProvider({
    name: 'mi',
    kind: 'managed-instances',
    infrastructureRoleArn: roleArn('ecsInfra'),
  });

  function onProvider(capacityProvider: string) {
    return namedRoleRows(
      aServiceContext({
        service: aService({
          launchType: null,
          capacityProviderStrategy: aStrategy(capacityProvider),
        }),
        capacityProviders: known([managed, aCapacityProvider()]),
      }),
    );
  }

  it('adds the infrastructure role of the Managed Instances that the service uses', () => {
    expect(onProvider('mi')).toEqual([
      {
        slot: 'infrastructure-managed-instances',
        roleArn: known(roleArn('ecsInfra')),
        appliesTo: 'capacity provider mi',
        revisions: [],
        usedFor: ['starts and stops hosts'],
        required: { value: 'yes', because: ['Managed Instances'] },
        notes: [],
      },
    ]);
  });

  it.each(['asg', 'FARGATE'])(
    'leaves out that of a provider beside it, on %s',
    provider => {
      expect(onProvider(provider)).toEqual([]);
    },
  );
});
