import { Checkbox } from '@mantine/core';
import { titleOf } from '../../db/analysis/crosstab-view.ts';
import { statuses, statusGlyphs } from '../../db/model/coding.ts';
import { useCompanies } from '../state/queries.ts';
import { CheckList } from './check-list.tsx';
import type { OrderedCode } from './code-order.ts';
import { useTablesDesk } from './tables-desk.ts';

/** Which codings count: the choices that codes × something and co-occurrence have in common. */
export function CodeTools({ ordered }: { ordered: readonly OrderedCode[] }) {
  const { codeIds, statuses: chosenStatuses, companyIds, withSubCodes, change } = useTablesDesk();
  const companies = useCompanies().data ?? [];
  return (
    <>
      <CheckList
        noun="codes"
        options={ordered.map(({ code, level, group }) => ({
          value: code.id,
          label: titleOf(code),
          level,
          group,
        }))}
        chosen={codeIds}
        onChoose={(next) => change({ codeIds: next })}
      />
      <CheckList
        noun="statuses"
        options={statuses.map((status) => ({ value: status, label: `${statusGlyphs[status]} ${status}` }))}
        chosen={chosenStatuses}
        onChoose={(next) => change({ statuses: next })}
      />
      <CheckList
        noun="companies"
        options={companies.map(({ id, label, name }) => ({
          value: id,
          label: label === name ? label : `${label} ${name}`,
        }))}
        chosen={companyIds}
        onChoose={(next) => change({ companyIds: next })}
      />
      <Checkbox
        size="xs"
        label="With sub-codes"
        checked={withSubCodes}
        onChange={({ currentTarget }) => change({ withSubCodes: currentTarget.checked })}
      />
    </>
  );
}
