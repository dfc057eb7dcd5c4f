import type { RoleDetail } from '@ecs-iam/plugin-ecs-iam-common';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import CloseIcon from '@material-ui/icons/Close';
import { useText } from '../../hooks/useText';
import { ExternalLink } from '../ExternalLink';
import { ShortArn } from '../ShortArn';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      gap: theme.spacing(1),
      alignItems: 'flex-start',
      padding: theme.spacing(2, 1, 1, 2),
    },
    words: { flex: 1, minWidth: 0, minHeight: 56 },
    name: { overflowWrap: 'anywhere', fontWeight: 600 },
    facts: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0, 2),
      fontSize: theme.typography.pxToRem(14),
    },
  }),
  { name: 'EcsIamDrawerHeader' },
);

/** Name, ARN and console link of the role, and the button that closes the drawer. */
export function DrawerHeader(props: {
  titleId: string;
  /** `null` while it is not loaded. */
  role: Pick<RoleDetail, 'name' | 'arn' | 'consoleUrl'> | null;
  onClose: () => void;
}) {
  const { titleId, role, onClose } = props;
  const classes = useStyles();
  const t = useText();
  return (
    <div className={classes.root}>
      <div className={classes.words}>
        <Typography
          id={titleId}
          variant="h6"
          component="h2"
          className={classes.name}
        >
          {t('role.drawer', { name: role?.name ?? '' })}
        </Typography>
        {role && (
          <div className={classes.facts}>
            <ShortArn arn={role.arn} length={56} />
            <ExternalLink to={role.consoleUrl}>
              {t('role.console')}
            </ExternalLink>
          </div>
        )}
      </div>
      <IconButton aria-label={t('role.close')} onClick={onClose}>
        <CloseIcon />
      </IconButton>
    </div>
  );
}
