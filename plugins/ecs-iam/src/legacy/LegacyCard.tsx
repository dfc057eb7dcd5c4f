import { useRouteRef } from '@backstage/core-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
  useEntity,
} from '@backstage/plugin-catalog-react';
import { RolesCard } from '../components/RolesCard';

/**
 * The card, with a link to the tab at its documented path. The tab's own route is not asked for: that would throw in
 * an app that shows the card alone.
 */
export function LegacyCard() {
  const { entity } = useEntity();
  const entityPage = useRouteRef(entityRouteRef);
  return (
    <RolesCard tabLink={`${entityPage(entityRouteParams(entity))}/iam-roles`} />
  );
}
