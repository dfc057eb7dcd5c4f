import type { HostGroup } from '@ecs-iam/plugin-ecs-iam-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Fragment, type ReactNode, useId } from 'react';
import type { Select } from '../../hooks/useSelection';
import { type Text, useText } from '../../hooks/useText';
import { Unknown } from '../Known';
import { RoleCell } from '../RoleTable';
import { HostNeighbours } from './HostNeighbours';
import { MetadataService } from './MetadataService';
import { Together } from './Together';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(1),
      padding: theme.spacing(1, 2, 2),
      '& + &': {
        borderTop: `1px solid ${theme.palette.divider}`,
        paddingTop: theme.spacing(1.5),
      },
    },
    title: { fontWeight: 600 },
    facts: {
      display: 'grid',
      gridTemplateColumns: 'minmax(140px, max-content) minmax(0, 1fr)',
      gap: theme.spacing(1, 3),
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
    fact: { margin: 0, overflowWrap: 'anywhere', maxWidth: '100ch' },
    wide: { margin: 0, gridColumn: '1 / -1' },
    names: { fontFamily: 'monospace', fontSize: 12.5 },
  }),
  { name: 'EcsIamHostGroup' },
);

/** Hosts that are alike: what they are, who shares them, and what a container on them could reach. */
export function HostGroupBlock(props: { group: HostGroup; select: Select }) {
  const { group, select } = props;
  const classes = useStyles();
  const t = useText();
  const titleId = useId();
  const facts: [string, ReactNode][] = [
    [
      t(group.running ? 'hosts.ids' : 'hosts.template'),
      <span className={classes.names}>{namesOf(t, group)}</span>,
    ],
    [
      t('hosts.role'),
      <RoleCell
        role={group.role}
        unresolved={group.unresolved}
        select={select}
      />,
    ],
    [t('hosts.imds'), <MetadataService group={group} />],
    [
      t('hosts.together'),
      group.together === null ? (
        <Unknown because={t(unknownKey(group))} />
      ) : (
        <Together together={group.together} />
      ),
    ],
  ];
  return (
    <section className={classes.root} aria-labelledby={titleId}>
      <Typography
        id={titleId}
        variant="body2"
        component="h5"
        className={classes.title}
      >
        {titleOf(t, group)}
      </Typography>
      <dl className={classes.facts}>
        {facts.map(([term, fact]) => (
          <Fragment key={term}>
            <dt className={classes.term}>{term}</dt>
            <dd className={classes.fact}>{fact}</dd>
          </Fragment>
        ))}
      </dl>
      <HostNeighbours group={group} />
    </section>
  );
}

function unknownKey({ imds }: HostGroup) {
  return imds.reach === 'unknown'
    ? 'hosts.togetherUnreached'
    : 'hosts.togetherUnread';
}

function titleOf(t: Text, group: HostGroup): string {
  return [
    group.running
      ? t('hosts.running', { count: group.count })
      : t('hosts.next', { count: group.count }),
    t(`compute.${group.compute}`),
    group.capacityProvider === null
      ? t('hosts.noCapacityProvider')
      : t('hosts.capacityProvider', { name: group.capacityProvider }),
  ].join(' · ');
}

function namesOf(t: Text, { names, count }: HostGroup): string {
  const more = count - names.length;
  return more > 0
    ? `${names.join(', ')} ${t('hosts.moreNames', { count: more })}`
    : names.join(', ');
}
