import { makeStyles } from '@material-ui/core/styles';

/** Below this width of the table (not of the window: the sidebar takes its share) each row becomes a card. */
const narrow = '@container (max-width: 859px)';
/** Cards of this width have room for two columns. */
const medium = '@container (min-width: 560px) and (max-width: 859px)';

/** A table that turns into cards where it has no room. Its cells repeat their column's name there. */
export const useTableStyles = makeStyles(
  theme => ({
    container: { containerType: 'inline-size' },
    table: {
      width: '100%',
      borderCollapse: 'collapse',
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.45,
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
    body: { [narrow]: { display: 'block' } },
    row: {
      borderTop: `1px solid ${theme.palette.divider}`,
      [narrow]: { display: 'block', padding: theme.spacing(1.5, 2) },
      [medium]: {
        display: 'grid',
        gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
        columnGap: theme.spacing(3),
      },
    },
    heading: {
      textAlign: 'left',
      verticalAlign: 'bottom',
      padding: theme.spacing(1, 1),
      fontSize: theme.typography.pxToRem(12),
      fontWeight: 500,
      color: theme.palette.text.secondary,
      whiteSpace: 'nowrap',
      '&:first-child': { paddingLeft: theme.spacing(2) },
      '&:last-child': { paddingRight: theme.spacing(2) },
    },
    cell: {
      textAlign: 'left',
      verticalAlign: 'top',
      padding: theme.spacing(1.25, 1),
      fontWeight: 'inherit',
      overflowWrap: 'break-word',
      '&:first-child': {
        paddingLeft: theme.spacing(2),
        fontWeight: 600,
      },
      '&:last-child': { paddingRight: theme.spacing(2) },
      [narrow]: {
        display: 'grid',
        gridTemplateColumns: '104px minmax(0, 1fr)',
        gap: theme.spacing(1),
        padding: theme.spacing(0.5, 0),
        '&:first-child': {
          display: 'block',
          gridColumn: '1 / -1',
          paddingLeft: 0,
          fontSize: theme.typography.pxToRem(16),
        },
      },
    },
    number: {
      textAlign: 'right',
      whiteSpace: 'nowrap',
      fontVariantNumeric: 'tabular-nums',
      [narrow]: { textAlign: 'left' },
    },
    empty: { [narrow]: { display: 'none' } },
    label: {
      display: 'none',
      color: theme.palette.text.secondary,
      fontSize: theme.typography.pxToRem(12),
      [narrow]: { display: 'block' },
    },
    caption: {
      position: 'absolute',
      width: 1,
      height: 1,
      overflow: 'hidden',
      clip: 'rect(0 0 0 0)',
    },
  }),
  { name: 'EcsIamTable' },
);
