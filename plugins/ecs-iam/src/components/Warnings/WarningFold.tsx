import type { ReactNode } from 'react';
import type { FindingKind } from '../../findings/kind';
import { useText } from '../../hooks/useText';
import { Fold } from '../Fold';

/** Findings that ask for nothing, behind a line that counts them. */
export function WarningFold(props: {
  kind: Exclude<FindingKind, 'warning'>;
  count: number;
  isOpenAtFirst: boolean;
  children: ReactNode;
}) {
  const { kind, count, isOpenAtFirst, children } = props;
  const t = useText();
  return (
    <Fold
      title={t(`kind.${kind}`, { count })}
      help={t(`kindHelp.${kind}`)}
      isOpenAtFirst={isOpenAtFirst}
    >
      {children}
    </Fold>
  );
}
