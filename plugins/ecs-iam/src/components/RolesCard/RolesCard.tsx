import { stringifyEntityRef } from '@backstage/catalog-model';
import { InfoCard } from '@backstage/core-components';
import { useEntity } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { errorMessage, statusOf } from '../../failures/failure';
import type { Resource } from '../../hooks/useResource';
import { useEntityRoles } from '../../hooks/useEntityRoles';
import { useText } from '../../hooks/useText';
import type { EntityRoles } from '@ecs-iam/plugin-ecs-iam-common';
import { ActionButton } from '../ActionButton';
import { Skeleton } from '../Skeleton';
import { VisuallyHidden } from '../VisuallyHidden';
import { CardSummary } from './CardSummary';

/** The card on the overview page: how bad it is, how fresh that is, and the way to the tab. */
export function RolesCard(props: {
  /** Address of the tab; absent when the app does not show it. */
  tabLink?: string;
}) {
  const { entity } = useEntity();
  const t = useText();
  const roles = useEntityRoles(stringifyEntityRef(entity));
  return (
    <InfoCard
      title={t('card.title')}
      titleTypographyProps={{ variant: 'h6', component: 'h2' }}
      deepLink={
        props.tabLink === undefined
          ? undefined
          : { title: t('card.openTab'), link: props.tabLink }
      }
    >
      <Content roles={roles} />
    </InfoCard>
  );
}

function Content(props: { roles: Resource<EntityRoles> }) {
  const { roles } = props;
  const t = useText();
  switch (roles.status) {
    case 'loading':
      return (
        <div aria-busy>
          <VisuallyHidden>
            <span role="status">{t('roles.loading')}</span>
          </VisuallyHidden>
          <Skeleton height={48} />
        </div>
      );
    case 'failed':
      return statusOf(roles.error) === 403 ? (
        <Typography variant="body2">{t('card.forbidden')}</Typography>
      ) : (
        <>
          <Typography variant="body2">
            {t('card.failed')} {errorMessage(roles.error)}
          </Typography>
          <ActionButton onClick={roles.reload}>
            {t('failure.retry')}
          </ActionButton>
        </>
      );
    case 'loaded':
      return <CardSummary data={roles.value} />;
    default:
      return unreachable(roles);
  }
}

function unreachable(value: never): never {
  throw new Error(`Unknown state ${JSON.stringify(value)}`);
}
