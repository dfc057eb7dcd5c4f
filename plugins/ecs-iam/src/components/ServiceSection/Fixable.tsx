import type { EntityService } from '@ecs-iam/plugin-ecs-iam-common';
import Typography from '@material-ui/core/Typography';
import { Prose } from '../Prose';
import { Snippet } from '../Snippet';

/** What is wrong, what to do, and what to copy for it. */
export function Fixable(props: {
  problem: NonNullable<EntityService['problem']>;
}) {
  const { message, fix, snippet } = props.problem;
  return (
    <>
      <Typography variant="body2">
        <Prose text={message} />
      </Typography>
      <Typography variant="body2" color="textSecondary">
        <Prose text={fix} />
      </Typography>
      {snippet !== null && <Snippet text={snippet} />}
    </>
  );
}
