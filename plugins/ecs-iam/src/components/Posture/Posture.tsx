import type { EntityRoles } from '@ecs-iam/plugin-ecs-iam-common';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { countBySeverity, worstWarning } from '../../findings/severity';
import type { ScanControl } from '../../hooks/useScan';
import type { Select } from '../../hooks/useSelection';
import { useText } from '../../hooks/useText';
import { ActionButton } from '../ActionButton';
import { Prose } from '../Prose';
import { SeverityBadge } from '../Severity';
import { PostureIcon } from './PostureIcon';
import { ScanStatus } from './ScanStatus';
import { totals } from './totals';
import { usersInWords } from './usersInWords';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(1.5, 3),
      padding: theme.spacing(2),
    },
    main: {
      display: 'flex',
      gap: theme.spacing(1.5),
      flex: '1 1 420px',
      minWidth: 0,
    },
    words: { minWidth: 0 },
    headline: { fontWeight: 600, lineHeight: 1.4, overflowWrap: 'anywhere' },
    counts: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.75),
      marginTop: theme.spacing(0.75),
      color: theme.palette.text.secondary,
      fontSize: theme.typography.pxToRem(14),
    },
    total: { '&:not(:first-child)': { marginLeft: theme.spacing(0.5) } },
  }),
  { name: 'EcsIamPosture' },
);

/** The first thing on the page: the worst warning in one sentence, how much there is of what, and when it was read. */
export function Posture(props: {
  data: EntityRoles;
  scan: ScanControl;
  select: Select;
}) {
  const { data, scan, select } = props;
  const classes = useStyles();
  const t = useText();
  const counts = countBySeverity(data.findings);
  const worst = worstWarning(data.findings);
  const all = totals(data);
  const { roles, mitigated, notes, undecided, isPartial } = all;

  return (
    <Paper
      component="section"
      className={classes.root}
      aria-label={t('posture.label')}
    >
      <div className={classes.main}>
        <PostureIcon worst={worst?.severity ?? null} isPartial={isPartial} />
        <div className={classes.words}>
          <Typography
            variant="subtitle1"
            component="h2"
            className={classes.headline}
          >
            {worst ? (
              <>
                <Prose
                  text={
                    worst.roleName === null
                      ? worst.title
                      : t('posture.headline', {
                          role: worst.roleName,
                          title: worst.title,
                        })
                  }
                />
                <ActionButton onClick={() => select.finding(worst.id)}>
                  {t('posture.whatToDo')}
                </ActionButton>
              </>
            ) : (
              t(isPartial ? 'posture.cleanButPartial' : cleanKey(mitigated))
            )}
          </Typography>
          <div className={classes.counts}>
            {counts.map(({ severity, count }) => (
              <SeverityBadge key={severity} severity={severity} count={count} />
            ))}
            <span className={classes.total}>
              {[
                mitigated > 0 && t('posture.mitigated', { count: mitigated }),
                notes > 0 && t('posture.notes', { count: notes }),
                usersInWords(t, all),
                t('roles.roles', { count: roles }),
                undecided > 0 && t('posture.undecided', { count: undecided }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </div>
        </div>
      </div>
      <ScanStatus
        scannedAt={data.scannedAt}
        mayScan={data.mayScan}
        scan={scan}
      />
    </Paper>
  );
}

function cleanKey(mitigated: number) {
  return mitigated > 0 ? 'posture.noActive' : 'posture.clean';
}
