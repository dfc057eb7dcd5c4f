import type { Place, RoleDetail } from '@ecs-iam/plugin-ecs-iam-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useText } from '../../hooks/useText';
import { Banner } from '../Banner';
import { Unknown } from '../Known';
import { ToneText } from '../ToneText';
import { SlotNeedsBlock } from './SlotNeedsBlock';

const useStyles = makeStyles(
  theme => ({ root: { display: 'grid', gap: theme.spacing(3) } }),
  { name: 'EcsIamRoleNeeds' },
);

/** What ECS demands of the role against what its policies grant, for each slot that it is used in. */
export function RoleNeeds(props: {
  role: Pick<RoleDetail, 'needs' | 'policies'>;
  onPlace: (place: Place) => void;
}) {
  const { role, onPlace } = props;
  const classes = useStyles();
  const t = useText();
  if (!role.needs.known) {
    return (
      <Banner isInner tone="warning" title={t('needs.notKnown')}>
        <Unknown because={role.needs.because} needs={role.needs.needs} />
      </Banner>
    );
  }
  if (role.needs.value.length === 0) {
    return <Typography variant="body2">{t('needs.nothing')}</Typography>;
  }
  const unknown = role.policies.known ? (
    <ToneText tone="unknown">{t('needs.unknownState')}</ToneText>
  ) : (
    <Unknown because={role.policies.because} needs={role.policies.needs} />
  );
  return (
    <div className={classes.root}>
      {role.needs.value.map(needs => (
        <SlotNeedsBlock
          key={needs.slot}
          needs={needs}
          unknown={unknown}
          onPlace={onPlace}
        />
      ))}
    </div>
  );
}
