import type {
  EntityRoles,
  EntityService,
} from '@ecs-iam/plugin-ecs-iam-common';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { lazy, Suspense, useMemo } from 'react';
import { type Graph, graphOf } from '../../graph/graphOf';
import type { Select } from '../../hooks/useSelection';
import { useText } from '../../hooks/useText';
import { Fold } from '../Fold';
import { Skeleton } from '../Skeleton';
import { VisuallyHidden } from '../VisuallyHidden';
import { GraphInWords } from './GraphInWords';

// The layout of graphs is a large library, and most people never open one.
const GraphDrawing = lazy(() =>
  import('./GraphDrawing').then(module => ({ default: module.GraphDrawing })),
);

const useStyles = makeStyles(
  theme => ({ body: { padding: theme.spacing(1, 2, 2) } }),
  { name: 'EcsIamServiceGraph' },
);

/**
 * How a service hangs together with its hosts, its roles, and the other services of these roles: a drawing, and the same
 * in words for screen readers and narrow screens. A service with a single role is told by its table.
 */
export function ServiceGraph(props: {
  service: EntityService;
  findings: EntityRoles['findings'];
  select: Select;
}) {
  const { service, findings, select } = props;
  const t = useText();
  const graph = useMemo(() => graphOf(service, findings), [service, findings]);
  return graph.edges.length < 2 ? null : (
    <Fold
      heading="h4"
      title={t('graph.title')}
      help={t('graph.help')}
      isOpenAtFirst={false}
    >
      <Drawn name={service.name} graph={graph} select={select} />
    </Fold>
  );
}

function Drawn(props: { name: string; graph: Graph; select: Select }) {
  const { name, graph, select } = props;
  const classes = useStyles();
  const t = useText();
  const isNarrow = useMediaQuery((theme: Theme) =>
    theme.breakpoints.down('xs'),
  );
  if (isNarrow) {
    return (
      <div className={classes.body}>
        <GraphInWords graph={graph} select={select} />
      </div>
    );
  }
  return (
    <div className={classes.body}>
      <Suspense fallback={<Skeleton height={180} />}>
        <GraphDrawing
          label={t('graph.label', { name })}
          graph={graph}
          select={select}
        />
      </Suspense>
      <VisuallyHidden component="div">
        <GraphInWords graph={graph} select={null} />
      </VisuallyHidden>
    </div>
  );
}
