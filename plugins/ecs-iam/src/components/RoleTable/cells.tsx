import type {
  EntityRoles,
  Finding,
  RoleRef,
  RoleUse,
  SharedWith,
} from '@ecs-iam/plugin-ecs-iam-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { kindOf, ofKind } from '../../findings/kind';
import { countBySeverity, pick } from '../../findings/severity';
import type { Select } from '../../hooks/useSelection';
import { useText } from '../../hooks/useText';
import { ActionButton } from '../ActionButton';
import { NotApplicable, Unknown } from '../Known';
import { RelativeTime } from '../RelativeTime';
import { SeverityBadge } from '../Severity';

const useStyles = makeStyles(
  theme => ({
    plain: {
      padding: 0,
      minWidth: 0,
      border: 0,
      background: 'none',
      font: 'inherit',
      color: 'inherit',
      textAlign: 'inherit',
      cursor: 'pointer',
      borderRadius: 12,
      '&:hover': { textDecoration: 'underline' },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 2,
      },
    },
    badges: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5),
      alignItems: 'center',
    },
    quiet: { color: theme.palette.text.secondary },
    link: { color: theme.palette.primary.main, borderRadius: 2 },
    // The name of a permission is longer than the column.
    undecided: { marginTop: theme.spacing(0.5), overflowWrap: 'anywhere' },
    yes: { fontWeight: 500 },
  }),
  { name: 'EcsIamRoleCells' },
);

/** Whether the slot needs a role, and why. */
export function RequiredCell(props: { required: RoleUse['required'] }) {
  const classes = useStyles();
  const t = useText();
  const { value, because } = props.required;
  return (
    <>
      <span className={classes.yes}>{t(`required.${value}`)}</span>
      {because.length > 0 && (
        <span className={classes.quiet}>: {because.join(', ')}</span>
      )}
    </>
  );
}

/** When the role was last used, as far as IAM remembers. */
export function LastUsedCell(props: { lastUsed: RoleUse['lastUsed'] }) {
  const classes = useStyles();
  const t = useText();
  const { lastUsed } = props;
  if (lastUsed === null) {
    return <NotApplicable />;
  }
  if (!lastUsed.known) {
    return (
      <Unknown isCompact because={lastUsed.because} needs={lastUsed.needs} />
    );
  }
  const { date, region } = lastUsed.value;
  if (date === null) {
    return <>{t('known.neverUsed')}</>;
  }
  return (
    <>
      <RelativeTime iso={date} />
      {region && (
        <Typography variant="caption" component="div" className={classes.quiet}>
          {t('role.lastUsedIn', { region })}
        </Typography>
      )}
    </>
  );
}

/** How many other services use a role, those included that the person may not see. */
export function countOf({ visible, hidden }: SharedWith): number {
  return visible.length + hidden;
}

/** How many other services use the role; the drawer says which. */
export function SharedWithCell(props: {
  sharedWith: SharedWith;
  role: RoleRef | null;
  select: Select;
}) {
  const { sharedWith, role, select } = props;
  const classes = useStyles();
  const t = useText();
  const count = countOf(sharedWith);
  if (role === null || count === 0) {
    return <NotApplicable />;
  }
  return (
    <button
      type="button"
      className={`${classes.plain} ${classes.link}`}
      aria-haspopup="dialog"
      onClick={() => select.role(role.id, 'overview')}
    >
      {t('table.shared', { count })}
    </button>
  );
}

/** Warnings by severity, and what could not be judged. The numbers lead to the warnings. */
export function WarningsCell(props: {
  ids: readonly string[];
  undecided?: RoleUse['undecided'];
  findings: EntityRoles['findings'];
  role: RoleRef | null;
  select: Select;
}) {
  const { ids, undecided = [], findings, role, select } = props;
  const classes = useStyles();
  const t = useText();
  const mine = pick(ids, findings);
  const counts = countBySeverity(mine);
  return (
    <>
      {counts.length > 0 ? (
        <span className={classes.badges}>
          {counts.map(({ severity, count }) => (
            <button
              key={severity}
              type="button"
              className={classes.plain}
              aria-haspopup={role ? 'dialog' : undefined}
              onClick={() => open(first(mine, severity), role, select)}
            >
              <SeverityBadge severity={severity} count={count} />
            </button>
          ))}
        </span>
      ) : (
        <NoCounts findings={mine} isJudged={undecided.length === 0} />
      )}
      {undecided.length > 0 && (
        <div className={`${classes.undecided} ${classes.quiet}`}>
          <Typography variant="caption" component="div">
            {t('table.notJudged', { count: undecided.length })}
            {': '}
            {reasons(undecided)
              .map(({ needs, because }) =>
                needs ? t('known.needs', { permission: needs }) : because,
              )
              .join('; ')}
          </Typography>
        </div>
      )}
    </>
  );
}

function NoCounts(props: { findings: readonly Finding[]; isJudged: boolean }) {
  const classes = useStyles();
  const t = useText();
  const mitigated = ofKind(props.findings, 'mitigated').length;
  if (mitigated > 0) {
    return (
      <span className={classes.quiet}>
        {t('posture.mitigated', { count: mitigated })}
      </span>
    );
  }
  return props.isJudged ? (
    <span className={classes.quiet}>{t('table.noWarnings')}</span>
  ) : null;
}

/** A list that shows its first entries, and the rest when asked. */
export function ShortList(props: {
  items: readonly string[];
  isOpen: boolean;
  onToggle: () => void;
}) {
  const { items, isOpen, onToggle } = props;
  const t = useText();
  const hidden = items.length - 3;
  // One line more than what the button itself would take.
  const shown = isOpen || hidden < 2 ? items : items.slice(0, 3);
  if (items.length === 0) {
    return <NotApplicable />;
  }
  return (
    <>
      {shown.join(', ')}
      {hidden >= 2 && (
        <>
          {' '}
          <ActionButton aria-expanded={isOpen} onClick={onToggle}>
            {isOpen ? t('table.less') : t('table.more', { count: hidden })}
          </ActionButton>
        </>
      )}
    </>
  );
}

function first(findings: readonly Finding[], severity: Finding['severity']) {
  return findings.find(
    finding => kindOf(finding) === 'warning' && finding.severity === severity,
  );
}

function open(
  finding: Finding | undefined,
  role: RoleRef | null,
  select: Select,
) {
  if (role) {
    select.role(role.id, 'warnings', finding?.id);
  } else if (finding) {
    select.finding(finding.id);
  }
}

/** Many rules lack the same permission: it is named once. */
function reasons(undecided: RoleUse['undecided']): RoleUse['undecided'] {
  return [...new Map(undecided.map(u => [u.needs ?? u.because, u])).values()];
}
