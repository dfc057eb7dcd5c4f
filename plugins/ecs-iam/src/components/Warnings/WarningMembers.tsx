import type { Finding } from '@ecs-iam/plugin-ecs-iam-common';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { useText } from '../../hooks/useText';
import { ActionButton } from '../ActionButton';
import { Prose } from '../Prose';
import { SeverityBadge } from '../Severity';
import { placeOf } from './placeOf';
import type { PlaceActions } from './WarningList';

const FIRST = 5;

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'grid',
      gap: theme.spacing(1),
      margin: 0,
      padding: 0,
      listStyle: 'none',
    },
    quiet: { color: theme.palette.text.secondary },
  }),
  { name: 'EcsIamWarningMembers' },
);

/** The other findings of a group. `why` and `fix` are the same for all, and mostly the place is as well. */
export function WarningMembers(
  props: Readonly<{
    findings: readonly Finding[];
    /** Whether they come from several places. */
    withPlaces: boolean;
  }> &
    Pick<PlaceActions, 'onShowPlace'>,
) {
  const { findings, withPlaces, onShowPlace } = props;
  const classes = useStyles();
  const t = useText();
  const [isWhole, setWhole] = useState(false);
  const hidden = findings.length - FIRST;
  const shown = isWhole || hidden < 2 ? findings : findings.slice(0, FIRST);
  return (
    <>
      <ul className={classes.list}>
        {shown.map(finding => (
          <li key={finding.id}>
            <SeverityBadge quiet severity={finding.severity} />{' '}
            <Prose text={finding.message} />{' '}
            {withPlaces && (
              <span className={classes.quiet}>{placeOf(t, finding)}</span>
            )}
            {withPlaces && finding.place && finding.roleId !== null && (
              <ActionButton onClick={() => onShowPlace(finding)}>
                {t('warnings.showStatement')}
              </ActionButton>
            )}
            {finding.mitigatedBy && (
              <div className={classes.quiet}>
                {t('warnings.mitigatedBy', {
                  what: t(`mitigation.${finding.mitigatedBy}`),
                })}
              </div>
            )}
          </li>
        ))}
      </ul>
      {shown.length < findings.length && (
        <ActionButton onClick={() => setWhole(true)}>
          {t('warnings.showAlike', { count: findings.length - shown.length })}
        </ActionButton>
      )}
    </>
  );
}
