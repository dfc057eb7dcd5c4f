import type { EntityRoles } from '@ecs-iam/plugin-ecs-iam-common';
import { makeStyles } from '@material-ui/core/styles';
import { awaitsScan } from '../../findings/awaitsScan';
import { useScan } from '../../hooks/useScan';
import {
  type Select,
  type Selection,
  useSelection,
} from '../../hooks/useSelection';
import { AnalysisBasis } from '../AnalysisBasis';
import { AnnotatedRoles } from '../AnnotatedRoles';
import { Notices } from '../Notices';
import { Posture } from '../Posture';
import { RoleDrawer } from '../RoleDrawer';
import { ServiceSection } from '../ServiceSection';
import { NoService } from '../States';
import { Warnings } from '../Warnings';
import { NotScanned } from './NotScanned';

const useStyles = makeStyles(
  theme => ({
    root: {
      // The page around it may have another font; text that is not in a Typography would take that.
      fontFamily: theme.typography.fontFamily,
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
    },
  }),
  { name: 'EcsIamEntityRoles' },
);

/** The tab with its data: summary, notices, services, warnings, and the drawer of the role that the address names. */
export function EntityRolesView(props: {
  name: string;
  data: EntityRoles;
  onChanged: () => void;
}) {
  const { name, data, onChanged } = props;
  const classes = useStyles();
  const [selection, select] = useSelection();
  const scan = useScan({
    entityRef: data.entityRef,
    underWay: data.scan,
    onFinished: onChanged,
  });
  const isEmpty = data.services.length === 0 && data.roles.length === 0;
  const isScanned = data.scannedAt !== null;

  return (
    <div className={classes.root}>
      {isScanned && !isEmpty && (
        <Posture data={data} scan={scan} select={select} />
      )}
      {awaitsScan(data) && (
        <NotScanned name={name} scan={scan} mayScan={data.mayScan} />
      )}
      <Notices data={data} scanNotice={scan.notice} />
      {isEmpty && (isScanned || !data.annotated) && (
        <NoService name={name} isAnnotated={data.annotated} />
      )}
      <Body data={data} selection={selection} select={select} />
      {isScanned && !isEmpty && <AnalysisBasis analysis={data.analysis} />}
      {selection.roleId !== null && (
        <RoleDrawer
          roleId={selection.roleId}
          view={selection.view}
          findingId={selection.findingId}
          statement={selection.statement}
          select={select}
        />
      )}
    </div>
  );
}

function Body(props: {
  data: EntityRoles;
  selection: Selection;
  select: Select;
}) {
  const { data, selection, select } = props;
  return (
    <>
      {data.services.map(service => (
        <ServiceSection
          key={service.arn}
          service={service}
          findings={data.findings}
          select={select}
        />
      ))}
      {data.roles.length > 0 && (
        <AnnotatedRoles
          roles={data.roles}
          findings={data.findings}
          select={select}
        />
      )}
      <Warnings
        findings={data.findings}
        // With the drawer open, the address points into the drawer.
        selectedId={selection.roleId === null ? selection.findingId : null}
        select={select}
      />
    </>
  );
}
