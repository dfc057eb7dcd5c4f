import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { SharedWith } from '@ecs-iam/plugin-ecs-iam-common';
import { makeStyles } from '@material-ui/core/styles';
import { Fragment } from 'react';
import { useText } from '../../hooks/useText';

const useStyles = makeStyles(
  theme => ({
    list: { margin: 0, padding: 0, listStyle: 'none' },
    quiet: { color: theme.palette.text.secondary },
  }),
  { name: 'EcsIamUsedBy' },
);

/** The services that use a role. Those that the person may not see are only counted. */
export function UsedBy(props: { usedBy: SharedWith }) {
  const { visible, hidden } = props.usedBy;
  const classes = useStyles();
  const t = useText();
  if (visible.length + hidden === 0) {
    return <>{t('role.nobody')}</>;
  }
  return (
    <ul className={classes.list}>
      {visible.map(({ serviceArn, serviceName, clusterName, entityRefs }) => (
        <li key={serviceArn}>
          {entityRefs.length > 0
            ? entityRefs.map((entityRef, index) => (
                <Fragment key={entityRef}>
                  {index > 0 && ', '}
                  <EntityRefLink entityRef={entityRef} />
                </Fragment>
              ))
            : serviceName}{' '}
          {clusterName !== null && (
            <span className={classes.quiet}>
              {t('role.inCluster', { cluster: clusterName })}
            </span>
          )}
        </li>
      ))}
      {hidden > 0 && (
        <li className={classes.quiet}>
          {t(visible.length > 0 ? 'role.hidden' : 'role.onlyHidden', {
            count: hidden,
          })}
        </li>
      )}
    </ul>
  );
}
