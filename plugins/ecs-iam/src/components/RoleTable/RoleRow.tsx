import type { EntityRoles, RoleUse } from '@ecs-iam/plugin-ecs-iam-common';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import type { Select } from '../../hooks/useSelection';
import { useText } from '../../hooks/useText';
import { NotApplicable } from '../Known';
import { Cell, Row } from '../ResponsiveTable';
import {
  LastUsedCell,
  RequiredCell,
  SharedWithCell,
  ShortList,
  WarningsCell,
} from './cells';
import { RoleCell } from './RoleCell';

/** A row of the role summary table. */
export function RoleRow(props: {
  use: RoleUse;
  findings: EntityRoles['findings'];
  select: Select;
}) {
  const { use, findings, select } = props;
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <Row heading={t(`slot.${use.slot}`)}>
      <Cell label={t('table.role')}>
        <RoleCell role={use.role} unresolved={use.unresolved} select={select} />
        {use.notes.map(note => (
          <Typography
            key={note}
            variant="caption"
            component="div"
            color="textSecondary"
          >
            {note}
          </Typography>
        ))}
      </Cell>
      <Cell label={t('table.appliesTo')}>
        <AppliesTo use={use} />
      </Cell>
      <Cell label={t('table.usedFor')}>
        <ShortList
          items={use.usedFor}
          isOpen={isOpen}
          onToggle={() => setOpen(!isOpen)}
        />
      </Cell>
      <Cell label={t('table.required')}>
        <RequiredCell required={use.required} />
      </Cell>
      <Cell label={t('table.lastUsed')}>
        <LastUsedCell lastUsed={use.lastUsed} />
      </Cell>
      <Cell label={t('table.sharedWith')} isNumber>
        <SharedWithCell
          sharedWith={use.sharedWith}
          role={use.role}
          select={select}
        />
      </Cell>
      <Cell label={t('table.warnings')}>
        <WarningsCell
          ids={use.findings}
          undecided={use.undecided}
          findings={findings}
          role={use.role}
          select={select}
        />
      </Cell>
    </Row>
  );
}

function AppliesTo(props: { use: RoleUse }) {
  const t = useText();
  const { appliesTo, revisions } = props.use;
  // The server writes a dash where nothing applies.
  const isNothing = /^[–—-]?$/.test(appliesTo.trim());
  const isPart = revisions.some(({ sharePercent }) => sharePercent < 100);
  return (
    <>
      {isNothing ? <NotApplicable /> : appliesTo}
      {isPart &&
        revisions.map(({ taskDefinitionArn, revision, sharePercent }) => (
          <Typography
            key={taskDefinitionArn}
            variant="caption"
            component="div"
            color="textSecondary"
          >
            {t('table.revision', {
              revision: String(revision),
              share: String(Math.round(sharePercent)),
            })}
          </Typography>
        ))}
    </>
  );
}
