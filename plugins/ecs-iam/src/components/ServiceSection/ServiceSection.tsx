import type {
  EntityRoles,
  EntityService,
} from '@ecs-iam/plugin-ecs-iam-common';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { Select } from '../../hooks/useSelection';
import { useText } from '../../hooks/useText';
import { RoleTable } from '../RoleTable';
import { Fixable } from './Fixable';
import { ServiceHeader } from './ServiceHeader';

const useStyles = makeStyles(
  theme => ({ body: { padding: theme.spacing(0, 2, 2) } }),
  { name: 'EcsIamServiceSection' },
);

/** One service: what it is, and its roles; or what is wrong with it, and what to do. */
export function ServiceSection(props: {
  service: EntityService;
  findings: EntityRoles['findings'];
  select: Select;
}) {
  const { service, findings, select } = props;
  const classes = useStyles();
  const t = useText();
  return (
    <Paper component="section" aria-label={service.name}>
      <ServiceHeader service={service} />
      {service.problem && (
        <div className={classes.body}>
          <Fixable problem={service.problem} />
        </div>
      )}
      {service.roles.length > 0 && (
        <RoleTable
          service={service.name}
          uses={service.roles}
          findings={findings}
          select={select}
        />
      )}
      {service.roles.length === 0 && !service.problem && (
        <Typography
          variant="body2"
          color="textSecondary"
          className={classes.body}
        >
          {t('service.noRoles')}
        </Typography>
      )}
    </Paper>
  );
}
