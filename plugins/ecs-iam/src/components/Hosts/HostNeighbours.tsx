import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { HostGroup, HostTask } from '@ecs-iam/plugin-ecs-iam-common';
import { makeStyles } from '@material-ui/core/styles';
import { Fragment } from 'react';
import { useFirst } from '../../hooks/useFirst';
import { useText } from '../../hooks/useText';
import { ActionButton } from '../ActionButton';
import { NotApplicable, Unknown } from '../Known';

/** As many as a person reads; hosts can hold hundreds of services. */
const FIRST = 10;

const useStyles = makeStyles(
  theme => ({
    root: {
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.5,
    },
    table: {
      width: '100%',
      maxWidth: 900,
      borderCollapse: 'collapse',
    },
    caption: {
      textAlign: 'left',
      padding: theme.spacing(0.5, 0),
      color: theme.palette.text.secondary,
    },
    heading: {
      padding: theme.spacing(0.5, 1),
      textAlign: 'left',
      fontSize: theme.typography.pxToRem(12),
      fontWeight: 500,
      color: theme.palette.text.secondary,
      '&:first-child': { paddingLeft: 0 },
    },
    cell: {
      padding: theme.spacing(0.75, 1),
      borderTop: `1px solid ${theme.palette.divider}`,
      textAlign: 'left',
      fontWeight: 'inherit',
      verticalAlign: 'top',
      overflowWrap: 'anywhere',
      '&:first-child': { paddingLeft: 0 },
    },
    number: {
      width: 56,
      textAlign: 'right',
      fontVariantNumeric: 'tabular-nums',
    },
    list: { margin: 0, padding: 0, listStyle: 'none' },
    quiet: { color: theme.palette.text.secondary },
  }),
  { name: 'EcsIamHostNeighbours' },
);

/** The tasks on hosts, by service, with their roles. Those that the person may not see are only counted. */
export function HostNeighbours(props: {
  group: Pick<HostGroup, 'tasks' | 'hidden'>;
}) {
  const { tasks, hidden } = props.group;
  const classes = useStyles();
  const t = useText();
  const { shown, more, showAll } = useFirst(
    tasks.known ? ownFirst(tasks.value) : [],
    FIRST,
  );
  if (!tasks.known) {
    return (
      <div className={classes.root}>
        <div className={classes.quiet}>{t('hosts.sharing')}</div>
        <Unknown because={tasks.because} needs={tasks.needs} />
      </div>
    );
  }
  return (
    <div className={classes.root}>
      {tasks.value.length > 0 && (
        <table className={classes.table}>
          <caption className={classes.caption}>{t('hosts.sharing')}</caption>
          <thead>
            <tr>
              <th scope="col" className={classes.heading}>
                {t('hosts.service')}
              </th>
              <th
                scope="col"
                className={`${classes.heading} ${classes.number}`}
              >
                {t('hosts.tasks')}
              </th>
              <th scope="col" className={classes.heading}>
                {t('hosts.roles')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(task => (
              <tr key={JSON.stringify(task)}>
                <th scope="row" className={classes.cell}>
                  <Service task={task} />
                </th>
                <td className={`${classes.cell} ${classes.number}`}>
                  {task.count}
                </td>
                <td className={classes.cell}>
                  <Roles roles={task.roles} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {more > 0 && (
        <ActionButton onClick={showAll}>
          {t('table.showMore', { count: more })}
        </ActionButton>
      )}
      <Hidden hidden={hidden} isRest={tasks.value.length > 0} />
    </div>
  );
}

function Hidden(props: Pick<HostGroup, 'hidden'> & { isRest: boolean }) {
  const { hidden, isRest } = props;
  const classes = useStyles();
  const t = useText();
  if (hidden.services + hidden.tasks === 0) {
    return null;
  }
  const tasks = t('hosts.taskCount', { count: hidden.tasks });
  if (hidden.services === 0) {
    return (
      <div className={classes.quiet}>{t('hosts.hiddenTasks', { tasks })}</div>
    );
  }
  const services = t(isRest ? 'role.hidden' : 'role.onlyHidden', {
    count: hidden.services,
  });
  return <div className={classes.quiet}>{`${services} (${tasks})`}</div>;
}

function Service(props: { task: HostTask }) {
  const { family, serviceName, entityRefs, own, revision } = props.task;
  const classes = useStyles();
  const t = useText();
  const name = serviceName ?? t('service.tasksOf', { family });
  return (
    <>
      {entityRefs.length > 0 && !own
        ? entityRefs.map((entityRef, index) => (
            <Fragment key={entityRef}>
              {index > 0 && ', '}
              <EntityRefLink entityRef={entityRef} />
            </Fragment>
          ))
        : name}{' '}
      <span className={classes.quiet}>
        {[own && t('hosts.own'), revision !== null && `${family}:${revision}`]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </>
  );
}

function Roles(props: Pick<HostTask, 'roles'>) {
  const classes = useStyles();
  const t = useText();
  const roles = props.roles.filter(({ role }) => role !== null);
  if (roles.length === 0) {
    return <NotApplicable />;
  }
  return (
    <ul className={classes.list}>
      {roles.map(({ slot, role }) => (
        <li key={`${slot} ${role?.arn}`}>
          {role?.name}{' '}
          <span className={classes.quiet}>{t(`slot.${slot}`)}</span>
        </li>
      ))}
    </ul>
  );
}

function ownFirst(tasks: readonly HostTask[]): HostTask[] {
  return [...tasks].sort((a, b) => Number(b.own) - Number(a.own));
}
