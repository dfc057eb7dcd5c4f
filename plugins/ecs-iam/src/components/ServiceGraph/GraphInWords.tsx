import Link from '@material-ui/core/Link';
import { makeStyles } from '@material-ui/core/styles';
import type { Graph, GraphNode } from '../../graph/graphOf';
import type { Select } from '../../hooks/useSelection';
import { useText } from '../../hooks/useText';
import { nodeText } from './nodeText';

const useStyles = makeStyles(
  theme => ({
    list: {
      margin: 0,
      paddingLeft: theme.spacing(2.5),
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.6,
    },
    link: { verticalAlign: 'baseline', overflowWrap: 'anywhere' },
    quiet: { color: theme.palette.text.secondary },
  }),
  { name: 'EcsIamGraphInWords' },
);

/** The graph as nested lists, from what uses to what is used. `select` is `null` where nothing can be clicked. */
export function GraphInWords(props: { graph: Graph; select: Select | null }) {
  const { graph, select } = props;
  const [root] = graph.nodes;
  return <Below node={root} graph={graph} select={select} />;
}

function Below(props: {
  node: GraphNode;
  graph: Graph;
  select: Select | null;
}) {
  const { node, graph, select } = props;
  const classes = useStyles();
  const t = useText();
  const below = graph.edges
    .filter(({ from }) => from === node.id)
    .flatMap(({ to }) => graph.nodes.filter(({ id }) => id === to));
  if (below.length === 0) {
    return null;
  }
  return (
    <>
      {node.kind === 'role' && (
        <div className={classes.quiet}>{t('graph.alsoUsedBy')}</div>
      )}
      <ul className={classes.list}>
        {below.map(each => (
          <li key={each.id}>
            <Words node={each} select={select} />
            <Below node={each} graph={graph} select={select} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Words(props: { node: GraphNode; select: Select | null }) {
  const { node, select } = props;
  const classes = useStyles();
  const t = useText();
  const { kind, name } = nodeText(t, node);
  return (
    <>
      <span className={classes.quiet}>{kind}</span>{' '}
      {node.kind === 'role' && select ? (
        <Link
          component="button"
          type="button"
          variant="body2"
          className={classes.link}
          aria-haspopup="dialog"
          onClick={() => select.role(node.roleId)}
        >
          {name}
        </Link>
      ) : (
        name
      )}
      {node.kind === 'role' && node.worst && (
        <span className={classes.quiet}>
          {` · ${t(`severity.${node.worst}`)}`}
        </span>
      )}
    </>
  );
}
