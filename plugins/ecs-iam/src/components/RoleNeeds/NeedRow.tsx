import type { NeededPermission, Place } from '@ecs-iam/plugin-ecs-iam-common';
import type { ReactNode } from 'react';
import { useText } from '../../hooks/useText';
import { Prose } from '../Prose';
import { ToneText } from '../ToneText';
import { Causes } from './Causes';
import { Names } from './Names';
import { NeedsRow } from './NeedsTable';
import { Places } from './Places';
import { useNeedsStyles } from './useNeedsStyles';

type Shared = Readonly<{
  need: NeededPermission;
  onPlace: (place: Place) => void;
}>;

/** A permission that ECS demands, beside what grants it. */
export function NeedRow(
  props: Shared &
    Readonly<{
      /** Why it is not known what the role holds. */
      unknown: ReactNode;
    }>,
) {
  return (
    <NeedsRow
      needed={<Needed need={props.need} />}
      granted={<Granted {...props} />}
    />
  );
}

function Needed(props: { need: NeededPermission }) {
  const { phrase, actions, resources, because } = props.need;
  const classes = useNeedsStyles();
  return (
    <>
      <div className={classes.phrase}>
        <Prose text={phrase} />
      </div>
      <Names names={actions} />
      <Names names={resources} />
      <Causes because={because} />
    </>
  );
}

function Granted(props: Parameters<typeof NeedRow>[0]) {
  const { need, onPlace, unknown } = props;
  const classes = useNeedsStyles();
  const t = useText();
  switch (need.state) {
    case 'missing':
      return <Missing need={need} onPlace={onPlace} />;
    case 'unknown':
      return <>{unknown}</>;
    case 'conditional':
      return (
        <>
          <ToneText tone="unknown">{t('needs.conditionalState')}</ToneText>
          <Places places={need.places} onPlace={onPlace} />
          <div className={classes.small}>{t('needs.conditionalHelp')}</div>
          <AlsoNeeds need={need} />
        </>
      );
    case 'held':
      return (
        <>
          <ToneText tone="success">{t('needs.heldState')}</ToneText>
          <Places places={need.places} onPlace={onPlace} />
          <AlsoNeeds need={need} />
        </>
      );
    default:
      return unreachable(need.state);
  }
}

function Missing(props: Shared) {
  const { need, onPlace } = props;
  const classes = useNeedsStyles();
  const t = useText();
  const isPart = need.missing.length < need.actions.length;
  return (
    <>
      <ToneText tone={need.breaks ? 'error' : 'info'}>
        {isPart
          ? t('needs.partState', {
              missing: String(need.missing.length),
              all: String(need.actions.length),
            })
          : t('needs.missingState')}
      </ToneText>
      {isPart && <Names names={need.missing} />}
      {need.denied && <div>{t('needs.denied')}</div>}
      <div>
        <span className={classes.quiet}>{t('needs.without')}</span>{' '}
        <Prose text={need.failure} />
      </div>
      {need.places.length > 0 && (
        <div>
          <span className={classes.quiet}>
            {t(need.denied ? 'needs.deniedBy' : 'needs.decidedBy')}
          </span>
          <Places places={need.places} onPlace={onPlace} />
        </div>
      )}
      <AlsoNeeds need={need} />
    </>
  );
}

function AlsoNeeds(props: { need: NeededPermission }) {
  const classes = useNeedsStyles();
  const t = useText();
  const { alsoNeeds, breaks } = props.need;
  return alsoNeeds === null ? null : (
    <div className={classes.small}>
      <Prose
        text={t(breaks ? 'needs.alsoNeeds' : 'needs.orElse', {
          what: alsoNeeds,
        })}
      />
    </div>
  );
}

function unreachable(state: never): never {
  throw new Error(`Unknown state '${state}'`);
}
