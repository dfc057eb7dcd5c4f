import type { RoleDetail } from '@ecs-iam/plugin-ecs-iam-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { useText } from '../../hooks/useText';
import { Banner } from '../Banner';
import { Unknown } from '../Known';
import type { Format } from './formats';
import { SlotProposalBlock } from './SlotProposalBlock';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(3),
    },
  }),
  { name: 'EcsIamRoleProposal' },
);

/** The smallest policies that do what ECS demands of the role, for each slot that it is used in. */
export function RoleProposal(props: {
  role: Pick<RoleDetail, 'needs' | 'policies' | 'trust'>;
}) {
  const { role } = props;
  const { needs } = role;
  const classes = useStyles();
  const t = useText();
  const [format, setFormat] = useState<Format>('json');
  if (!needs.known) {
    return (
      <Banner isInner tone="warning" title={t('proposal.notKnown')}>
        <Unknown because={needs.because} needs={needs.needs} />
      </Banner>
    );
  }
  if (needs.value.length === 0) {
    return <Typography variant="body2">{t('proposal.nothing')}</Typography>;
  }
  return (
    <div className={classes.root}>
      {needs.value.map(each => (
        <SlotProposalBlock
          key={each.slot}
          needs={each}
          isRead={isRead(role)}
          format={format}
          onFormat={setFormat}
        />
      ))}
    </div>
  );
}

function isRead({
  policies,
  trust,
}: Pick<RoleDetail, 'policies' | 'trust'>): boolean {
  return (
    policies.known &&
    [...policies.value, trust].every(({ document }) => document.known)
  );
}
