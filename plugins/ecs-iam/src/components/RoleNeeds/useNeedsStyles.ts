import { makeStyles } from '@material-ui/core/styles';
import { quietOnTint } from '../../appearance/contrast';

/** Below this width of the table, what is granted stands under what is needed. */
const narrow = '@container (max-width: 559px)';

/** A table of two columns, whose cells name their column where they stand below each other. */
export const useNeedsStyles = makeStyles(
  theme => ({
    container: {
      containerType: 'inline-size',
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      overflow: 'hidden',
    },
    table: {
      width: '100%',
      tableLayout: 'fixed',
      borderCollapse: 'collapse',
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.5,
      [narrow]: { display: 'block' },
    },
    head: {
      [narrow]: {
        position: 'absolute',
        width: 1,
        height: 1,
        overflow: 'hidden',
        clip: 'rect(0 0 0 0)',
      },
    },
    heading: {
      padding: theme.spacing(0.75, 1.5),
      textAlign: 'left',
      fontSize: theme.typography.pxToRem(12),
      fontWeight: 500,
      color: theme.palette.text.secondary,
    },
    group: { [narrow]: { display: 'block' } },
    row: {
      borderTop: `1px solid ${theme.palette.divider}`,
      [narrow]: {
        display: 'block',
        padding: theme.spacing(1.25, 1.5),
      },
    },
    // The name of a section stands on a tint, like the line of a fold.
    section: {
      borderTop: `1px solid ${theme.palette.divider}`,
      backgroundColor: theme.palette.action.hover,
      [narrow]: { display: 'block' },
    },
    title: {
      padding: theme.spacing(0.75, 1.5),
      textAlign: 'left',
      fontWeight: 600,
      [narrow]: { display: 'block' },
    },
    cell: {
      padding: theme.spacing(1.25, 1.5),
      verticalAlign: 'top',
      overflowWrap: 'anywhere',
      [narrow]: {
        display: 'block',
        padding: 0,
        '& + &': { marginTop: theme.spacing(1) },
      },
    },
    label: {
      display: 'none',
      color: theme.palette.text.secondary,
      fontSize: theme.typography.pxToRem(12),
      [narrow]: { display: 'block' },
    },
    phrase: { fontWeight: 600 },
    quiet: { color: quietOnTint(theme) },
    small: {
      color: theme.palette.text.secondary,
      fontSize: theme.typography.pxToRem(12),
      marginTop: theme.spacing(0.5),
    },
  }),
  { name: 'EcsIamNeeds' },
);
