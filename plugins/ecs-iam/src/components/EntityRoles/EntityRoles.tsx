import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useEntityRoles } from '../../hooks/useEntityRoles';
import { Failure, Loading } from '../States';
import { EntityRolesView } from './EntityRolesView';

/** The entity tab: loads the roles of the entity's services, and shows how that went. */
export function EntityRoles() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const name = entity.metadata.title ?? entity.metadata.name;
  const roles = useEntityRoles(entityRef);
  switch (roles.status) {
    case 'loading':
      return <Loading />;
    case 'failed':
      return (
        <Failure
          what="entity"
          name={name}
          error={roles.error}
          onRetry={roles.reload}
        />
      );
    case 'loaded':
      return (
        <EntityRolesView
          key={entityRef}
          name={name}
          data={roles.value}
          onChanged={roles.reload}
        />
      );
    default:
      return unreachable(roles);
  }
}

function unreachable(value: never): never {
  throw new Error(`Unknown state ${JSON.stringify(value)}`);
}
