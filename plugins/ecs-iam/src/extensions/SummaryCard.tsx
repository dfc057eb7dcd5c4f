import { useRouteRef } from '@backstage/frontend-plugin-api';
import { RolesCard } from '../components/RolesCard';
import { entityContentRouteRef } from '../routes';

/** The card, with a link to wherever the app has put the tab. */
export function SummaryCard() {
  const tab = useRouteRef(entityContentRouteRef);
  return <RolesCard tabLink={tab?.()} />;
}
