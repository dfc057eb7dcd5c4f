import type { RoleRef, RoleUse } from '@ecs-iam/plugin-ecs-iam-common';
import Link from '@material-ui/core/Link';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { readable } from '../../appearance/contrast';
import type { Select } from '../../hooks/useSelection';
import { useText } from '../../hooks/useText';
import { CopyButton } from '../CopyButton';
import { Unknown } from '../Known';

const useStyles = makeStyles(
  theme => ({
    line: { display: 'flex', alignItems: 'flex-start' },
    name: {
      fontWeight: 600,
      overflowWrap: 'anywhere',
      textAlign: 'left',
      verticalAlign: 'baseline',
    },
    quiet: { color: theme.palette.text.secondary },
  }),
  { name: 'EcsIamRoleCell' },
);

/** The role of a row: its name opens the drawer. A slot without one says so, or says what is not known. */
export function RoleCell(props: {
  role: RoleRef | null;
  unresolved: RoleUse['unresolved'];
  select: Select;
}) {
  const { role, unresolved, select } = props;
  const classes = useStyles();
  const t = useText();
  if (role === null) {
    return unresolved ? (
      <Unknown
        isCompact
        because={unresolved.because}
        needs={unresolved.needs}
      />
    ) : (
      <span className={classes.quiet}>{t('table.none')}</span>
    );
  }
  return (
    <>
      <div className={classes.line}>
        <Link
          component="button"
          type="button"
          variant="body2"
          className={classes.name}
          aria-haspopup="dialog"
          onClick={() => select.role(role.id)}
        >
          {role.name}
        </Link>
        <CopyButton
          text={role.arn}
          label={t('copy.arnOf', { name: role.name })}
        />
      </div>
      <Existence existence={role.existence} />
    </>
  );
}

function Existence(props: { existence: RoleRef['existence'] }) {
  const t = useText();
  const { palette } = useTheme();
  const { existence } = props;
  if (!existence.known) {
    return (
      <Typography variant="caption" component="div">
        <Unknown because={existence.because} needs={existence.needs} />
      </Typography>
    );
  }
  switch (existence.value) {
    case 'exists':
      return null;
    case 'not-found':
      return (
        <Typography
          variant="caption"
          component="div"
          style={{
            color: readable(palette.error.main, palette.background.paper),
          }}
        >
          {t('known.noRoleMissing')}
        </Typography>
      );
    case 'other-account':
      return (
        <Typography variant="caption" component="div" color="textSecondary">
          {t('known.otherAccount')}
        </Typography>
      );
    default:
      return unreachable(existence.value);
  }
}

function unreachable(value: never): never {
  throw new Error(`Unknown existence '${value}'`);
}
