import {
  DependencyGraph,
  DependencyGraphTypes,
} from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { useCallback, useMemo } from 'react';
import { columnsOf } from '../../graph/columnsOf';
import type { Graph, GraphNode } from '../../graph/graphOf';
import type { Select } from '../../hooks/useSelection';
import { GraphNodeBox, nodeWidth } from './GraphNodeBox';

const RANK_MARGIN = 56;

const useStyles = makeStyles(
  theme => ({
    // A graph that does not fit scrolls: made smaller, it could not be read.
    scroll: {
      overflowX: 'auto',
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
      },
    },
  }),
  { name: 'EcsIamGraphDrawing' },
);

/** The graph from left to right. `label` is its name for screen readers. */
export function GraphDrawing(props: {
  label: string;
  graph: Graph;
  select: Select;
}) {
  const { label, graph, select } = props;
  const classes = useStyles();
  const columns = columnsOf(graph);
  const nodes = useMemo(() => [...graph.nodes], [graph]);
  const edges = useMemo(() => [...graph.edges], [graph]);
  const renderNode = useCallback(
    ({ node }: { node: GraphNode }) => (
      <GraphNodeBox node={node} select={select} />
    ),
    [select],
  );
  return (
    <div className={classes.scroll}>
      <div
        style={{ minWidth: columns * nodeWidth + (columns - 1) * RANK_MARGIN }}
      >
        <DependencyGraph
          nodes={nodes}
          edges={edges}
          renderNode={renderNode}
          direction={DependencyGraphTypes.Direction.LEFT_RIGHT}
          nodeMargin={16}
          rankMargin={RANK_MARGIN}
          paddingY={4}
          paddingX={2}
          zoom="disabled"
          allowFullscreen={false}
          role="group"
          aria-label={label}
        />
      </div>
    </div>
  );
}
