import Drawer from '@material-ui/core/Drawer';
import { makeStyles } from '@material-ui/core/styles';
import { useId } from 'react';
import { useReducedMotion } from '../../appearance/useReducedMotion';
import { useRole } from '../../hooks/useRole';
import type { Select, Selection } from '../../hooks/useSelection';
import { useText } from '../../hooks/useText';
import { Failure } from '../States';
import { viewOf } from '../Warnings';
import { DrawerHeader } from './DrawerHeader';
import { DrawerLoading } from './DrawerLoading';
import { RoleViews } from './RoleViews';

const useStyles = makeStyles(
  theme => ({
    paper: {
      fontFamily: theme.typography.fontFamily,
      width: 'min(780px, 100vw)',
      backgroundColor: theme.palette.background.paper,
    },
    failure: { padding: theme.spacing(2) },
  }),
  { name: 'EcsIamRoleDrawer' },
);

/** A role beside the page: what it is, its warnings, what it needs and holds, its policies, who may assume it. */
export function RoleDrawer(
  props: Readonly<{ roleId: string; select: Select }> &
    Omit<Selection, 'roleId'>,
) {
  const { roleId, view, findingId, statement, select } = props;
  const classes = useStyles();
  const t = useText();
  const titleId = useId();
  const role = useRole(roleId);
  const isStill = useReducedMotion();
  return (
    <Drawer
      open
      anchor="right"
      onClose={select.close}
      transitionDuration={isStill ? 0 : undefined}
      PaperProps={{
        className: classes.paper,
        role: 'dialog',
        'aria-modal': true,
        'aria-labelledby': titleId,
      }}
    >
      <DrawerHeader
        titleId={titleId}
        role={role.status === 'loaded' ? role.value : null}
        onClose={select.close}
      />
      {role.status === 'loading' && <DrawerLoading />}
      {role.status === 'failed' && (
        <div className={classes.failure}>
          <Failure
            what="role"
            name={t('role.drawer', { name: '' }).trim()}
            error={role.error}
            onRetry={role.reload}
          />
        </div>
      )}
      {role.status === 'loaded' && (
        <RoleViews
          role={role.value}
          view={view}
          findingId={findingId}
          statement={statement}
          onView={(next, finding) => select.role(roleId, next, finding)}
          onPlace={place =>
            place.statement === null
              ? select.role(roleId, viewOf({ place }))
              : select.statement(roleId, viewOf({ place }), {
                  document: place.document,
                  index: place.statement,
                })
          }
        />
      )}
    </Drawer>
  );
}
