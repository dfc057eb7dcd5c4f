import type {
  AnnotatedRole,
  EntityRoles,
} from '@ecs-iam/plugin-ecs-iam-common';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { Select } from '../../hooks/useSelection';
import { useText } from '../../hooks/useText';
import { LastUsedCell, SharedWithCell, WarningsCell } from '../RoleTable/cells';
import { Cell, ResponsiveTable, Row } from '../ResponsiveTable';
import { RoleCell } from '../RoleTable/RoleCell';
import { Fixable } from '../ServiceSection';
import { ShortArn } from '../ShortArn';

const columns = [
  'role',
  'matchedBy',
  'lastUsed',
  'sharedWith',
  'warnings',
] as const;

const useStyles = makeStyles(
  theme => ({
    head: { padding: theme.spacing(1.5, 2), fontWeight: 600 },
    broken: {
      padding: theme.spacing(1.5, 2),
      borderTop: `1px solid ${theme.palette.divider}`,
    },
  }),
  { name: 'EcsIamAnnotatedRoles' },
);

/** Roles that an annotation names, whether or not a service uses them. */
export function AnnotatedRoles(props: {
  roles: readonly AnnotatedRole[];
  findings: EntityRoles['findings'];
  select: Select;
}) {
  const { roles, findings, select } = props;
  const classes = useStyles();
  const t = useText();
  const broken = roles.filter(({ problem }) => problem !== null);
  const readable = roles.filter(({ problem }) => problem === null);
  return (
    <Paper component="section" aria-label={t('annotatedRoles.title')}>
      <Typography variant="subtitle1" component="h3" className={classes.head}>
        {t('annotatedRoles.title')}
      </Typography>
      {readable.length > 0 && (
        <ResponsiveTable
          caption={t('annotatedRoles.caption')}
          columns={columns.map(id => ({
            id,
            label: t(`table.${id}`),
            isNumber: id === 'sharedWith',
          }))}
        >
          {readable.map(named => (
            <RoleRow
              key={named.arn}
              named={named}
              findings={findings}
              select={select}
            />
          ))}
        </ResponsiveTable>
      )}
      {broken.map(
        ({ arn, problem }) =>
          problem && (
            <div key={arn} className={classes.broken}>
              <ShortArn arn={arn} length={60} />
              <Fixable problem={problem} />
            </div>
          ),
      )}
    </Paper>
  );
}

function RoleRow(props: {
  named: AnnotatedRole;
  findings: EntityRoles['findings'];
  select: Select;
}) {
  const { named, findings, select } = props;
  const t = useText();
  return (
    <Row
      heading={
        named.role ? (
          <RoleCell role={named.role} unresolved={null} select={select} />
        ) : (
          <ShortArn arn={named.arn} length={60} />
        )
      }
    >
      <Cell label={t('table.matchedBy')}>{named.matchedBy.join(', ')}</Cell>
      <Cell label={t('table.lastUsed')}>
        <LastUsedCell lastUsed={named.lastUsed} />
      </Cell>
      <Cell label={t('table.sharedWith')} isNumber>
        <SharedWithCell
          sharedWith={named.sharedWith}
          role={named.role}
          select={select}
        />
      </Cell>
      <Cell label={t('table.warnings')}>
        <WarningsCell
          ids={named.findings}
          findings={findings}
          role={named.role}
          select={select}
        />
      </Cell>
    </Row>
  );
}
