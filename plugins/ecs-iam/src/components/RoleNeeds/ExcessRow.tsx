import type { ExcessPermission, Place } from '@ecs-iam/plugin-ecs-iam-common';
import { useText } from '../../hooks/useText';
import { Prose } from '../Prose';
import { Names } from './Names';
import { NeedsRow } from './NeedsTable';
import { Places } from './Places';
import { useNeedsStyles } from './useNeedsStyles';

/** What a statement grants beyond the need, beside what would do. */
export function ExcessRow(props: {
  excess: ExcessPermission;
  onPlace: (place: Place) => void;
}) {
  const { excess, onPlace } = props;
  const classes = useNeedsStyles();
  const t = useText();
  return (
    <NeedsRow
      needed={
        <>
          <div className={classes.phrase}>{t(`excess.${excess.kind}`)}</div>
          <Prose text={excess.why} />
          {excess.needed.length > 0 && (
            <>
              <div className={classes.quiet}>{t('excess.enough')}</div>
              <Names names={excess.needed} />
            </>
          )}
        </>
      }
      granted={
        <>
          <Names names={excess.actions} more={excess.more} />
          <Names names={excess.granted} />
          {excess.place && <Places places={[excess.place]} onPlace={onPlace} />}
        </>
      }
    />
  );
}
