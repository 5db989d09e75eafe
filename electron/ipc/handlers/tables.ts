import { applyTable, checkTable } from '../../import/tables/apply-rows.ts';
import { lookAtTable, mapTable, suitsTable } from '../../import/tables/mapping.ts';
import { readCells } from '../../import/tables/read-cells.ts';
import { service } from './service.ts';

export const tableHandlers = {
  table: {
    look: service.table.look.handler(async ({ context: { study }, input: { table, source, hasHeads } }) =>
      lookAtTable(study.read, table, await readCells(source, suitsTable(study.read, table)), hasHeads),
    ),
    check: service.table.check.handler(async ({ context: { study }, input: { table, source, ...mapping } }) =>
      checkTable(study, table, mapTable(study.read, table, await readCells(source), mapping)),
    ),
    apply: service.table.apply.handler(
      async ({ context: { study }, input: { table, source, coderId, ...mapping } }) =>
        applyTable(study, table, mapTable(study.read, table, await readCells(source), mapping), coderId),
    ),
  },
};
