import type { RoleDetail } from '@ecs-iam/plugin-ecs-iam-common';
import { makeStyles } from '@material-ui/core/styles';
import { Fragment, type ReactNode } from 'react';
import { worstWarning } from '../../findings/severity';
import type { RoleView } from '../../hooks/useSelection';
import { useText } from '../../hooks/useText';
import { ActionButton } from '../ActionButton';
import { Unknown } from '../Known';
import { Prose } from '../Prose';
import { RelativeTime } from '../RelativeTime';
import { SeverityBadge } from '../Severity';
import { UsedBy } from './UsedBy';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(120px, max-content) minmax(0, 1fr)',
      gap: theme.spacing(1.5, 3),
      margin: 0,
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.5,
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
        gap: theme.spacing(0.25),
      },
    },
    term: {
      color: theme.palette.text.secondary,
      [theme.breakpoints.down('xs')]: { marginTop: theme.spacing(1) },
    },
    fact: { margin: 0, overflowWrap: 'anywhere' },
    tags: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, max-content) minmax(0, 1fr)',
      gap: theme.spacing(0.25, 1.5),
    },
    key: { color: theme.palette.text.secondary },
  }),
  { name: 'EcsIamRoleOverview' },
);

/** What the role is, who uses it, and what bounds it. */
export function RoleOverview(props: {
  role: RoleDetail;
  onView: (view: RoleView, findingId?: string) => void;
}) {
  const { role, onView } = props;
  const classes = useStyles();
  const t = useText();
  const worst = worstWarning(role.findings);
  const facts: [string, ReactNode][] = [
    ...(worst
      ? [
          [
            t('role.worst'),
            <>
              <SeverityBadge severity={worst.severity} />{' '}
              <Prose text={worst.title} />{' '}
              <ActionButton onClick={() => onView('warnings', worst.id)}>
                {t('policy.whyAndFix')}
              </ActionButton>
            </>,
          ] satisfies [string, ReactNode],
        ]
      : []),
    [
      t('role.slots'),
      role.slots.length > 0
        ? role.slots.map(slot => t(`slot.${slot}`)).join(', ')
        : t('role.noSlots'),
    ],
    [t('role.usedBy'), <UsedBy usedBy={role.usedBy} />],
    [t('role.account'), role.accountId],
    ...(role.path === '/'
      ? []
      : [[t('role.path'), role.path] satisfies [string, ReactNode]]),
    [t('role.lastUsed'), <LastUsed lastUsed={role.lastUsed} />],
    [
      t('role.created'),
      role.createdAt.known ? (
        <RelativeTime iso={role.createdAt.value} />
      ) : (
        <Unknown {...role.createdAt} />
      ),
    ],
    [t('role.boundary'), <Boundary role={role} onView={onView} />],
    [t('role.tags'), <Tags tags={role.tags} />],
    [
      t('role.read'),
      role.scannedAt === null ? (
        t('posture.neverScanned')
      ) : (
        <RelativeTime iso={role.scannedAt} />
      ),
    ],
  ];
  return (
    <dl className={classes.root}>
      {facts.map(([term, fact]) => (
        <Fragment key={term}>
          <dt className={classes.term}>{term}</dt>
          <dd className={classes.fact}>{fact}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

function LastUsed(props: Pick<RoleDetail, 'lastUsed'>) {
  const t = useText();
  const { lastUsed } = props;
  if (!lastUsed.known) {
    return <Unknown because={lastUsed.because} needs={lastUsed.needs} />;
  }
  const { date, region } = lastUsed.value;
  if (date === null) {
    return <>{t('known.neverUsed')}</>;
  }
  return (
    <>
      <RelativeTime iso={date} />
      {region && ` ${t('role.lastUsedIn', { region })}`}
    </>
  );
}

function Boundary(props: {
  role: RoleDetail;
  onView: (view: RoleView) => void;
}) {
  const { role, onView } = props;
  const t = useText();
  const { boundary } = role;
  if (!boundary.known) {
    return <Unknown because={boundary.because} needs={boundary.needs} />;
  }
  if (boundary.value === null) {
    return <>{t('role.noBoundary')}</>;
  }
  return (
    <>
      {boundary.value.name}{' '}
      <ActionButton onClick={() => onView('policies')}>
        {t('role.showBoundary')}
      </ActionButton>
    </>
  );
}

function Tags(props: Pick<RoleDetail, 'tags'>) {
  const classes = useStyles();
  const t = useText();
  const { tags } = props;
  if (!tags.known) {
    return <Unknown because={tags.because} needs={tags.needs} />;
  }
  const entries = Object.entries(tags.value);
  if (entries.length === 0) {
    return <>{t('role.noTags')}</>;
  }
  return (
    <span className={classes.tags}>
      {entries.map(([key, value]) => (
        <Fragment key={key}>
          <span className={classes.key}>{key}</span>
          <span>{value}</span>
        </Fragment>
      ))}
    </span>
  );
}
