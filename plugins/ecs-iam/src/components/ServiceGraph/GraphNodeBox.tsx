import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import clsx from 'clsx';
import { type KeyboardEvent, useId } from 'react';
import { severityColors } from '../../appearance/severityColors';
import type { GraphNode } from '../../graph/graphOf';
import type { Select } from '../../hooks/useSelection';
import { useText } from '../../hooks/useText';
import { fitEnd, fitMiddle } from './fit';
import { nodeText } from './nodeText';

/** Of every node. */
export const nodeWidth = 216;
const height = 52;
/** What fits the width, in characters of the name and of the line above it. */
const room = { name: 25, kind: 32 };

const useStyles = makeStyles(
  theme => ({
    box: {
      fill: theme.palette.background.paper,
      stroke: theme.palette.text.secondary,
      strokeWidth: 1,
    },
    own: { stroke: theme.palette.text.primary, strokeWidth: 2 },
    uncertain: { strokeDasharray: '4 3' },
    kind: { fill: theme.palette.text.secondary, fontSize: 11 },
    name: { fill: theme.palette.text.primary, fontSize: 13, fontWeight: 600 },
    link: { fill: theme.palette.primary.main },
    severity: { fontSize: 11, fontWeight: 600 },
    clickable: {
      cursor: 'pointer',
      outline: 'none',
      '&:hover $box': { stroke: theme.palette.primary.main },
      '&:focus-visible $box': {
        stroke: theme.palette.primary.main,
        strokeWidth: 3,
      },
    },
  }),
  { name: 'EcsIamGraphNode' },
);

/** A node: what it is, and its name. A role opens the drawer, a service leads to its entity. */
export function GraphNodeBox(props: { node: GraphNode; select: Select }) {
  const { node, select } = props;
  const classes = useStyles();
  // What can be read names the node: the title of an SVG would take its place.
  const textId = useId();
  const box = <Box node={node} textId={textId} />;
  if (node.kind === 'role') {
    const open = () => select.role(node.roleId);
    return (
      <g
        role="button"
        tabIndex={0}
        aria-haspopup="dialog"
        aria-labelledby={textId}
        className={classes.clickable}
        onClick={open}
        onKeyDown={event => onPress(event, open)}
      >
        {box}
      </g>
    );
  }
  if (node.kind === 'other' && node.entityRef !== null) {
    return (
      <EntityRefLink
        entityRef={node.entityRef}
        className={classes.clickable}
        aria-labelledby={textId}
      >
        {box}
      </EntityRefLink>
    );
  }
  return box;
}

function Box(props: { node: GraphNode; textId: string }) {
  const { node, textId } = props;
  const classes = useStyles();
  const theme = useTheme();
  const t = useText();
  const { kind, name } = nodeText(t, node);
  const worst = node.kind === 'role' ? node.worst : null;
  const severity = worst && `· ${t(`severity.${worst}`)}`;
  const colors = worst && severityColors(theme, worst);
  const isLink =
    node.kind === 'role' || (node.kind === 'other' && node.entityRef !== null);
  return (
    <>
      <title>{name}</title>
      <rect
        width={nodeWidth}
        height={height}
        rx={4}
        className={clsx(
          classes.box,
          (node.kind === 'service' || node.kind === 'task-family') &&
            classes.own,
          (node.kind === 'unknown-role' ||
            node.kind === 'hidden' ||
            (node.kind === 'hosts' && !node.running)) &&
            classes.uncertain,
        )}
      />
      {colors && (
        <rect x={1} y={1} width={4} height={height - 2} fill={colors.line} />
      )}
      <text id={textId}>
        <tspan x={12} y={20} className={classes.kind}>
          {fitEnd(kind, room.kind - (severity ? severity.length + 1 : 0))}
        </tspan>{' '}
        {colors && (
          <tspan className={classes.severity} fill={colors.text}>
            {severity}
          </tspan>
        )}{' '}
        <tspan
          x={12}
          y={38}
          className={clsx(classes.name, isLink && classes.link)}
        >
          {fitMiddle(name, room.name)}
        </tspan>
      </text>
    </>
  );
}

function onPress(event: KeyboardEvent, act: () => void) {
  if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    act();
  }
}
