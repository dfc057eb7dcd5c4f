import type { EntityRoles, RoleUse } from '@ecs-iam/plugin-ecs-iam-common';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import type { Select } from '../../hooks/useSelection';
import { useText } from '../../hooks/useText';
import { NotApplicable } from '../Known';
import { Cell, Row } from '../ResponsiveTable';
import {
  countOf,
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
      <Cell label={t('table.appliesTo')} isEmpty={isDash(use.appliesTo)}>
        <AppliesTo use={use} />
      </Cell>
      <Cell label={t('table.usedFor')} isEmpty={use.usedFor.length === 0}>
        <ShortList
          items={use.usedFor}
          isOpen={isOpen}
          onToggle={() => setOpen(!isOpen)}
        />
      </Cell>
      <Cell label={t('table.required')}>
        <RequiredCell required={use.required} />
      </Cell>
      <Cell label={t('table.lastUsed')} isEmpty={use.lastUsed === null}>
        <LastUsedCell lastUsed={use.lastUsed} />
      </Cell>
      <Cell
        label={t('table.sharedWith')}
        isNumber
        isEmpty={use.role === null || countOf(use.sharedWith) === 0}
      >
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
  const { appliesTo } = props.use;
  return isDash(appliesTo) ? <NotApplicable /> : <>{appliesTo}</>;
}

/** The server writes a dash where nothing applies. */
function isDash(text: string): boolean {
  return /^[–—-]?$/.test(text.trim());
}
