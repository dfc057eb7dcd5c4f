import type { EntityRoles, RoleUse } from '@ecs-iam/plugin-ecs-iam-common';
import type { Select } from '../../hooks/useSelection';
import { useText } from '../../hooks/useText';
import { ResponsiveTable } from '../ResponsiveTable';
import { RoleRow } from './RoleRow';

const columns = [
  { id: 'slot', width: '9%' },
  { id: 'role', width: '19%' },
  { id: 'appliesTo', width: '11%' },
  { id: 'usedFor', width: '20%' },
  { id: 'required', width: '14%' },
  { id: 'lastUsed', width: '9%' },
  { id: 'sharedWith', width: '8%', isNumber: true },
  { id: 'warnings', width: '10%' },
] as const;

/** The role summary table of a service: a row for each role slot, also for those without a role. */
export function RoleTable(props: {
  service: string;
  uses: readonly RoleUse[];
  findings: EntityRoles['findings'];
  select: Select;
}) {
  const { service, uses, findings, select } = props;
  const t = useText();
  return (
    <ResponsiveTable
      caption={t('table.caption', { service })}
      columns={columns.map(column => ({
        ...column,
        label: t(`table.${column.id}`),
      }))}
    >
      {uses.map((use, index) => (
        <RoleRow
          key={`${use.slot}-${use.role?.id ?? index}`}
          use={use}
          findings={findings}
          select={select}
        />
      ))}
    </ResponsiveTable>
  );
}
