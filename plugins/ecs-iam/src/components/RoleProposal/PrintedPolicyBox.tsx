import type { PrintedPolicy } from '@ecs-iam/plugin-ecs-iam-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useText } from '../../hooks/useText';
import { Snippet } from '../Snippet';
import type { Format } from './formats';

const useStyles = makeStyles(
  { title: { fontWeight: 600 } },
  { name: 'EcsIamPrintedPolicy' },
);

/** A policy in one form, with a button that copies it. */
export function PrintedPolicyBox(props: {
  kind: 'permissions' | 'trust';
  policy: PrintedPolicy;
  format: Format;
}) {
  const { kind, policy, format } = props;
  const classes = useStyles();
  const t = useText();
  const name = t(`proposal.${kind}`);
  const form = t(`proposal.formats.${format}`);
  return (
    <div>
      <Typography variant="body2" component="h5" className={classes.title}>
        {name}
      </Typography>
      <Snippet
        text={policy[format]}
        label={t('proposal.printed', { policy: name, format: form })}
        copyLabel={t(`proposal.copy.${kind}`, { format: form })}
      />
    </div>
  );
}
