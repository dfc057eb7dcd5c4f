import type { Finding } from '@ecs-iam/plugin-ecs-iam-common';
import { useMemo } from 'react';
import { sectionsOf } from '../../findings/groups';
import { accountOf } from './accountOf';
import { WarningFold } from './WarningFold';
import { WarningGroups } from './WarningGroups';

/** What can be done with the place of a finding. */
export type PlaceActions = Readonly<{
  /** Leads to the statement, or to whatever else causes the finding. */
  onShowPlace: (finding: Finding) => void;
  /** Leads to the role; absent where the role is shown already. */
  onShowRole?: (finding: Finding) => void;
}>;

/**
 * Findings for people: the warnings, worst first; below them, folded, what something mitigates and what is only worth
 * knowing. What `selectedId` points at is open.
 */
export function WarningList(
  props: Readonly<{
    findings: readonly Finding[];
    selectedId: string | null;
    /** Open what is folded: the person asked for it. */
    isUnfolded?: boolean;
  }> &
    PlaceActions,
) {
  const { findings, selectedId, isUnfolded = false, ...actions } = props;
  const sections = useMemo(
    () => sectionsOf(findings, selectedId),
    [findings, selectedId],
  );
  // Roles of the same name in several accounts would look alike.
  const withAccount = new Set(findings.map(accountOf)).size > 1;
  return (
    <>
      {sections.map(section => {
        const groups = (
          <WarningGroups
            groups={section.groups}
            selectedId={selectedId}
            withAccount={withAccount}
            {...actions}
          />
        );
        return section.kind === 'warning' ? (
          <div key={section.kind}>{groups}</div>
        ) : (
          <WarningFold
            key={section.kind}
            kind={section.kind}
            count={section.count}
            isOpenAtFirst={
              isUnfolded ||
              section.groups.some(({ lead }) => lead.id === selectedId)
            }
          >
            {groups}
          </WarningFold>
        );
      })}
    </>
  );
}
