import type { UnresolvedNeed } from '@ecs-iam/plugin-ecs-iam-common';
import { useText } from '../../hooks/useText';
import { Prose } from '../Prose';
import { ToneText } from '../ToneText';
import { Causes } from './Causes';
import { NeedsRow } from './NeedsTable';
import { useNeedsStyles } from './useNeedsStyles';

/** A need that cannot be named, or that there may be, and why. */
export function UnresolvedRow(props: { need: UnresolvedNeed }) {
  const { certain, phrase, why, because } = props.need;
  const classes = useNeedsStyles();
  const t = useText();
  return (
    <NeedsRow
      needed={
        <>
          <div className={classes.phrase}>
            <Prose text={phrase} />
          </div>
          <Causes because={[because]} />
        </>
      }
      granted={
        <>
          <ToneText tone={certain ? 'unknown' : 'info'}>
            {t(certain ? 'needs.unresolvedState' : 'needs.unseenState')}
          </ToneText>
          <div>
            <Prose text={why} />
          </div>
        </>
      }
    />
  );
}
