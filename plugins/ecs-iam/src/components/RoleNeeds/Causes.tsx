import type { NeededPermission } from '@ecs-iam/plugin-ecs-iam-common';
import { Fragment } from 'react';
import { useFirst } from '../../hooks/useFirst';
import { useText } from '../../hooks/useText';
import { ActionButton } from '../ActionButton';
import { Prose } from '../Prose';
import { useNeedsStyles } from './useNeedsStyles';

type Cause = NeededPermission['because'][number];

const FIRST = 2;

/** The fields that cause a need. Those of services that the person may not see have no names. */
export function Causes(props: { because: readonly Cause[] }) {
  const classes = useNeedsStyles();
  const t = useText();
  const named = props.because.filter(({ field }) => field !== null);
  // Of those that are hidden the server sends one: it does not say how many there are.
  const hasHidden = props.because.length > named.length;
  const { shown, more, showAll } = useFirst(named, FIRST);
  if (props.because.length === 0) {
    return null;
  }
  return (
    <div className={classes.small}>
      {t('needs.because')}{' '}
      {shown.map((cause, index) => (
        <Fragment key={keyOf(cause)}>
          {index > 0 && '; '}
          <Prose text={inWords(cause)} />
        </Fragment>
      ))}
      {more > 0 && (
        <ActionButton onClick={showAll}>
          {t('table.showMore', { count: more })}
        </ActionButton>
      )}
      {hasHidden &&
        ` ${t(named.length > 0 ? 'needs.hidden' : 'needs.onlyHidden')}`}
    </div>
  );
}

/** "`containerDefinitions[0].image` (checkout, checkout:42)": whose field it is stands after it. */
function inWords({ field, serviceName, revision }: Cause): string {
  const whose = [serviceName, revision].filter(Boolean).join(', ');
  return `\`${field}\`${whose && ` (${whose})`}`;
}

function keyOf({ field, serviceArn, revision }: Cause): string {
  return [field, serviceArn, revision].join(' ');
}
