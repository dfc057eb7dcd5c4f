import type { HostGroup } from '@ecs-iam/plugin-ecs-iam-common';
import { makeStyles } from '@material-ui/core/styles';
import { useFirst } from '../../hooks/useFirst';
import { useText } from '../../hooks/useText';
import { ActionButton } from '../ActionButton';
import { Prose } from '../Prose';
import { SeverityBadge } from '../Severity';

const FIRST = 5;

const useStyles = makeStyles(
  theme => ({
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.25, 1),
    },
    list: { margin: 0, paddingLeft: theme.spacing(2.5) },
  }),
  { name: 'EcsIamTogether' },
);

/** What the roles on a host can do together: how many they are, how bad the worst is, and what it comes to. */
export function Together(props: {
  together: NonNullable<HostGroup['together']>;
}) {
  const { roles, worst, can } = props.together;
  const classes = useStyles();
  const t = useText();
  const { shown, more, showAll } = useFirst(can, FIRST);
  if (roles === 0) {
    return <>{t('hosts.togetherNothing')}</>;
  }
  return (
    <>
      <span className={classes.line}>
        {t('roles.roles', { count: roles })}
        {' · '}
        {t(worst ? 'hosts.worst' : 'hosts.noWarnings')}
        {worst && <SeverityBadge severity={worst} />}
      </span>
      {shown.length > 0 && (
        <ul className={classes.list}>
          {shown.map(phrase => (
            <li key={phrase}>
              <Prose text={phrase} />
            </li>
          ))}
        </ul>
      )}
      {more > 0 && (
        <ActionButton onClick={showAll}>
          {t('table.showMore', { count: more })}
        </ActionButton>
      )}
    </>
  );
}
