import type { EntityService, HostGroup } from '@ecs-iam/plugin-ecs-iam-common';
import { makeStyles } from '@material-ui/core/styles';
import { isAlarming } from '../../hosts/isAlarming';
import { useFirst } from '../../hooks/useFirst';
import type { Select } from '../../hooks/useSelection';
import { type Text, useText } from '../../hooks/useText';
import { ActionButton } from '../ActionButton';
import { Fold } from '../Fold';
import { Unknown } from '../Known';
import { HostGroupBlock } from './HostGroupBlock';

/** Groups that are shown before the person asks for more. */
const FIRST = 10;

const useStyles = makeStyles(
  theme => ({
    line: {
      padding: theme.spacing(1.25, 2),
      borderTop: `1px solid ${theme.palette.divider}`,
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.5,
    },
    title: { fontWeight: 600 },
    more: { padding: theme.spacing(0.5, 1.5, 1.5) },
  }),
  { name: 'EcsIamHostPanel' },
);

/**
 * The hosts of a service: who shares them, and what a container on them could reach. It is open when that asks for a
 * look. Where there are no hosts, there is no panel.
 */
export function HostPanel(props: {
  service: Pick<EntityService, 'hosts'>;
  select: Select;
}) {
  const { hosts } = props.service;
  const classes = useStyles();
  const t = useText();
  if (!hosts.known) {
    return (
      <div className={classes.line}>
        <span className={classes.title}>{t('hosts.title')}</span>
        {' · '}
        <Unknown because={hosts.because} needs={hosts.needs} />
      </div>
    );
  }
  return hosts.value.length === 0 ? null : (
    <Fold
      heading="h4"
      title={t('hosts.title')}
      help={summary(t, hosts.value)}
      isOpenAtFirst={hosts.value.some(isAlarming)}
    >
      <Groups groups={hosts.value} select={props.select} />
    </Fold>
  );
}

function Groups(props: { groups: readonly HostGroup[]; select: Select }) {
  const { groups, select } = props;
  const classes = useStyles();
  const t = useText();
  const { shown, more, showAll } = useFirst(groups, FIRST);
  return (
    <>
      {shown.map(group => (
        <HostGroupBlock
          key={`${group.running} ${group.names.join(' ')}`}
          group={group}
          select={select}
        />
      ))}
      {more > 0 && (
        <div className={classes.more}>
          <ActionButton onClick={showAll}>
            {t('hosts.moreGroups', { count: more })}
          </ActionButton>
        </div>
      )}
    </>
  );
}

/** "3 hosts · shared with 4 other services": what the fold says while it is closed. */
function summary(t: Text, groups: readonly HostGroup[]): string {
  const running = groups
    .filter(group => group.running)
    .reduce((sum, { count }) => sum + count, 0);
  const others = new Set(
    groups.flatMap(({ tasks }) =>
      tasks.known
        ? tasks.value
            .filter(({ own }) => !own)
            .map(
              ({ serviceArn, serviceName, family }) =>
                serviceArn ?? serviceName ?? family,
            )
        : [],
    ),
  ).size;
  // The same hidden service may be on several groups: the largest count is certain.
  const hidden = Math.max(...groups.map(group => group.hidden.services));
  const isKnown = groups.every(({ tasks }) => tasks.known);
  return [
    running > 0 ? t('hosts.running', { count: running }) : t('hosts.noneYet'),
    others + hidden > 0 && t('hosts.sharedWith', { count: others + hidden }),
    others + hidden === 0 && isKnown && running > 0 && t('hosts.notShared'),
  ]
    .filter(Boolean)
    .join(' · ');
}
