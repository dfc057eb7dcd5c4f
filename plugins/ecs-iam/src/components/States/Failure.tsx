import type { ErrorLike } from '@backstage/errors';
import { ecsIamRolesReadPermission } from '@ecs-iam/plugin-ecs-iam-common';
import { statusOf, errorMessage } from '../../failures/failure';
import { useText } from '../../hooks/useText';
import { ActionButton } from '../ActionButton';
import { Banner } from '../Banner';

/** Why something could not be loaded, and what to do: a missing permission, nothing there, or a fault. */
export function Failure(props: {
  what: 'entity' | 'role';
  /** Of the entity. */
  name: string;
  error: ErrorLike;
  onRetry: () => void;
}) {
  const { what, name, error, onRetry } = props;
  const t = useText();
  switch (statusOf(error)) {
    case 403:
      return (
        <Banner live tone="info" title={t('failure.forbiddenTitle', { name })}>
          {t('failure.forbiddenText', {
            permission: <code>{ecsIamRolesReadPermission.name}</code>,
          })}
        </Banner>
      );
    case 404:
      return (
        <Banner live tone="info" title={t('failure.notFoundTitle')}>
          {what === 'role'
            ? t('failure.notFoundRole')
            : t('failure.notFoundEntity', { name })}
        </Banner>
      );
    default:
      return (
        <Banner
          live
          tone="error"
          title={t(
            what === 'role' ? 'failure.failedRoleTitle' : 'failure.failedTitle',
          )}
          action={
            <ActionButton variant="outlined" onClick={onRetry}>
              {t('failure.retry')}
            </ActionButton>
          }
        >
          <div>{errorMessage(error)}</div>
          <div>{t('failure.failedText')}</div>
        </Banner>
      );
  }
}
