import type {
  EntityRoles,
  EntityService,
} from '@ecs-iam/plugin-ecs-iam-common';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { Select } from '../../hooks/useSelection';
import { useText } from '../../hooks/useText';
import { HostPanel } from '../Hosts';
import { RoleTable } from '../RoleTable';
import { ServiceGraph } from '../ServiceGraph';
import { Fixable } from './Fixable';
import { ServiceHeader } from './ServiceHeader';
import { titleOf } from './titleOf';

const useStyles = makeStyles(
  theme => ({ body: { padding: theme.spacing(0, 2, 2) } }),
  { name: 'EcsIamServiceSection' },
);

/** One service: what it is, its roles and its hosts; or what is wrong with it, and what to do. */
export function ServiceSection(props: {
  service: EntityService;
  findings: EntityRoles['findings'];
  select: Select;
}) {
  const { service, findings, select } = props;
  const classes = useStyles();
  const t = useText();
  const title = titleOf(t, service);
  return (
    <Paper component="section" aria-label={title}>
      <ServiceHeader service={service} />
      {service.problem && (
        <div className={classes.body}>
          <Fixable problem={service.problem} />
        </div>
      )}
      {service.roles.length > 0 && (
        <RoleTable
          service={title}
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
      <HostPanel service={service} select={select} />
      <ServiceGraph service={service} findings={findings} select={select} />
    </Paper>
  );
}
