import type { Finding } from '@ecs-iam/plugin-ecs-iam-common';
import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { ReactNode } from 'react';
import type { FindingGroup } from '../../findings/groups';
import { useText } from '../../hooks/useText';
import { ActionButton } from '../ActionButton';
import { Prose } from '../Prose';
import { RelativeTime } from '../RelativeTime';
import { linkLabel } from './linkLabel';
import { placeOf } from './placeOf';
import type { PlaceActions } from './WarningList';
import { WarningMembers } from './WarningMembers';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(112px, max-content) minmax(0, 1fr)',
      gap: theme.spacing(1, 2),
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
    fact: { margin: 0, maxWidth: '76ch', overflowWrap: 'anywhere' },
    links: { margin: 0, padding: 0, listStyle: 'none' },
  }),
  { name: 'EcsIamWarningDetails' },
);

/** Where warnings come from, why they matter, and what to do. */
export function WarningDetails(
  props: Readonly<{ group: FindingGroup }> & PlaceActions,
) {
  const { group, ...actions } = props;
  const { lead: finding, findings } = group;
  const others = findings.slice(1);
  const classes = useStyles();
  const t = useText();
  return (
    <dl className={classes.root}>
      {finding.mitigatedBy && (
        <Fact term={t(`state.${finding.state}`)}>
          {t('warnings.mitigatedBy', {
            what: t(`mitigation.${finding.mitigatedBy}`),
          })}
        </Fact>
      )}
      <Fact term={t('warnings.where')}>
        <Where finding={finding} {...actions} />
      </Fact>
      {others.length > 0 && (
        <Fact term={t('warnings.others', { count: others.length })}>
          <WarningMembers
            findings={others}
            withPlaces={!others.every(each => isSamePlace(each, finding))}
            onShowPlace={actions.onShowPlace}
          />
        </Fact>
      )}
      <Fact term={t('warnings.why')}>
        <Prose text={finding.why} />
      </Fact>
      <Fact term={t('warnings.fix')}>
        <Prose text={finding.fix} />
      </Fact>
      {finding.leaveIt && (
        <Fact term={t('warnings.leaveIt')}>
          <Prose text={finding.leaveIt} />
        </Fact>
      )}
      {finding.links.length > 0 && (
        <Fact term={t('warnings.links')}>
          <ul className={classes.links}>
            {finding.links.map(link => (
              <li key={link}>
                <Link to={link} target="_blank">
                  {linkLabel(link)}
                </Link>
              </li>
            ))}
          </ul>
        </Fact>
      )}
      <Fact term={t('warnings.rule')}>
        <code>{finding.ruleId}</code>
        {' · '}
        <Typography variant="body2" component="span" color="textSecondary">
          {t('warnings.seen', {
            first: <RelativeTime iso={earliest(findings)} />,
            last: <RelativeTime iso={latest(findings)} />,
          })}
        </Typography>
      </Fact>
    </dl>
  );
}

function Where(props: Readonly<{ finding: Finding }> & PlaceActions) {
  const { finding, onShowPlace, onShowRole } = props;
  const t = useText();
  const hasRole = finding.roleId !== null;
  return (
    <>
      {placeOf(t, finding)}{' '}
      {finding.place && hasRole && (
        <ActionButton onClick={() => onShowPlace(finding)}>
          {t('warnings.showStatement')}
        </ActionButton>
      )}
      {!finding.place && hasRole && onShowRole && (
        <ActionButton onClick={() => onShowRole(finding)}>
          {t('warnings.showRole')}
        </ActionButton>
      )}
    </>
  );
}

function Fact(props: { term: string; children: ReactNode }) {
  const classes = useStyles();
  return (
    <>
      <dt className={classes.term}>{props.term}</dt>
      <dd className={classes.fact}>{props.children}</dd>
    </>
  );
}

// ISO 8601 sorts as time does.
function earliest(findings: readonly Finding[]): string {
  return findings.map(({ firstSeen }) => firstSeen).sort()[0];
}

function latest(findings: readonly Finding[]): string {
  return findings.map(({ lastSeen }) => lastSeen).sort()[findings.length - 1];
}

function isSamePlace({ place: a }: Finding, { place: b }: Finding): boolean {
  return a?.document === b?.document && a?.statement === b?.statement;
}
