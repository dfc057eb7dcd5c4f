import type { Finding } from '@ecs-iam/plugin-ecs-iam-common';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { occurring, type WarningFilter } from '../../findings/filter';
import { severities } from '../../findings/severity';
import { useText } from '../../hooks/useText';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
    field: { minWidth: 116 },
  }),
  { name: 'EcsIamWarningFilters' },
);

/** Narrows the warnings to a severity, a role type or a state. Only what occurs is offered. */
export function WarningFilters(props: {
  findings: readonly Finding[];
  filter: WarningFilter;
  onChange: (filter: WarningFilter) => void;
}) {
  const { findings, filter, onChange } = props;
  const classes = useStyles();
  const t = useText();
  const found = occurring(findings, f => f.severity);
  return (
    <div
      role="group"
      aria-label={t('warnings.filters')}
      className={classes.root}
    >
      <Choice
        label={t('warnings.severity')}
        value={filter.severity}
        options={severities.filter(severity => found.includes(severity))}
        textOf={severity => t(`severity.${severity}`)}
        onChange={severity => onChange({ ...filter, severity })}
      />
      <Choice
        label={t('warnings.slot')}
        value={filter.slot}
        options={occurring(findings, f => f.slot)}
        textOf={slot => t(`slot.${slot}`)}
        onChange={slot => onChange({ ...filter, slot })}
      />
      <Choice
        label={t('warnings.state')}
        value={filter.state}
        options={occurring(findings, f => f.state)}
        textOf={state => t(`state.${state}`)}
        onChange={state => onChange({ ...filter, state })}
      />
    </div>
  );
}

function Choice<T extends string>(props: {
  label: string;
  value: T | null;
  options: readonly T[];
  textOf: (option: T) => string;
  onChange: (value: T | null) => void;
}) {
  const { label, value, options, textOf, onChange } = props;
  const classes = useStyles();
  const t = useText();
  return (
    <TextField
      select
      size="small"
      variant="outlined"
      className={classes.field}
      label={label}
      value={value ?? ''}
      InputLabelProps={{ shrink: true }}
      SelectProps={{ native: true }}
      inputProps={{ 'aria-label': label }}
      onChange={event =>
        onChange(options.find(option => option === event.target.value) ?? null)
      }
    >
      <option value="">{t('warnings.all')}</option>
      {options.map(option => (
        <option key={option} value={option}>
          {textOf(option)}
        </option>
      ))}
    </TextField>
  );
}
