import Button from '@material-ui/core/Button';
import ButtonGroup from '@material-ui/core/ButtonGroup';
import { makeStyles } from '@material-ui/core/styles';
import { useText } from '../../hooks/useText';
import { type Format, formats } from './formats';

const useStyles = makeStyles(
  theme => ({
    root: { flexWrap: 'wrap' },
    button: { textTransform: 'none' },
    pressed: {
      backgroundColor: theme.palette.action.selected,
      color: theme.palette.text.primary,
      fontWeight: 600,
    },
  }),
  { name: 'EcsIamFormatToggle' },
);

/** Chooses the form in which policies are written. */
export function FormatToggle(props: {
  format: Format;
  onChange: (format: Format) => void;
}) {
  const { format, onChange } = props;
  const classes = useStyles();
  const t = useText();
  return (
    <ButtonGroup
      size="small"
      className={classes.root}
      aria-label={t('proposal.format')}
    >
      {formats.map(each => (
        <Button
          key={each}
          aria-pressed={each === format}
          classes={{ root: classes.button }}
          className={each === format ? classes.pressed : undefined}
          onClick={() => onChange(each)}
        >
          {t(`proposal.formats.${each}`)}
        </Button>
      ))}
    </ButtonGroup>
  );
}
