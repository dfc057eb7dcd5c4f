import Button, { type ButtonProps } from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    root: { textTransform: 'none', whiteSpace: 'nowrap' },
    text: {
      // No higher than the line of text that it stands in.
      padding: theme.spacing(0, 0.5),
      minWidth: 0,
      marginLeft: theme.spacing(0.5),
      lineHeight: 1.5,
      verticalAlign: 'baseline',
    },
  }),
  { name: 'EcsIamActionButton' },
);

/** A button in the case of a sentence: within text, or with `variant="outlined"` on its own. */
export function ActionButton(
  props: Pick<
    ButtonProps,
    | 'variant'
    | 'children'
    | 'disabled'
    | 'onClick'
    | 'startIcon'
    | 'aria-expanded'
    | 'aria-label'
  >,
) {
  const { root, text } = useStyles();
  return (
    <Button size="small" color="primary" classes={{ root, text }} {...props} />
  );
}
