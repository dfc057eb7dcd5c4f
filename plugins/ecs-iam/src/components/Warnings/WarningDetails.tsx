import { Link } from '@backstage/core-components';
import type { Finding } from '@ecs-iam/plugin-ecs-iam-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { ReactNode } from 'react';
import { type Text, useText } from '../../hooks/useText';
import { ActionButton } from '../ActionButton';
import { Prose } from '../Prose';
import { RelativeTime } from '../RelativeTime';
import { linkLabel } from './linkLabel';

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

/** Where a warning comes from, why it matters, and what to do. `onShowPlace` leads to the statement. */
export function WarningDetails(props: {
  finding: Finding;
  onShowPlace?: () => void;
  onShowRole?: () => void;
}) {
  const { finding, onShowPlace, onShowRole } = props;
  const classes = useStyles();
  const t = useText();
  return (
    <dl className={classes.root}>
      {finding.mitigatedBy && (
        <Fact term={t(`state.${finding.state}`)}>
          <Prose
            text={t('warnings.mitigatedBy', { what: finding.mitigatedBy })}
          />
        </Fact>
      )}
      <Fact term={t('warnings.where')}>
        {placeOf(t, finding)}{' '}
        {finding.place && onShowPlace && (
          <ActionButton onClick={onShowPlace}>
            {t('warnings.showStatement')}
          </ActionButton>
        )}
        {!finding.place && onShowRole && (
          <ActionButton onClick={onShowRole}>
            {t('warnings.showRole')}
          </ActionButton>
        )}
      </Fact>
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
            first: <RelativeTime iso={finding.firstSeen} />,
            last: <RelativeTime iso={finding.lastSeen} />,
          })}
        </Typography>
      </Fact>
    </dl>
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

/** Statements are counted from 1 for people. */
function placeOf(t: Text, { place }: Finding): string {
  if (place === null) {
    return t('warnings.whereNone');
  }
  if (place.statement === null) {
    return place.documentName;
  }
  const policy = place.documentName;
  const number = String(place.statement + 1);
  return place.sid
    ? t('warnings.statementSid', { policy, number, sid: place.sid })
    : t('warnings.statement', { policy, number });
}
