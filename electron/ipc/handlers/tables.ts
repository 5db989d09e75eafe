import type { Study } from '../../../db/study.ts';
import { applyTable, checkTable } from '../../import/tables/apply-rows.ts';
import type { Cells } from '../../import/tables/cells.ts';
import { lookAtTable, mapTable, suitsTable } from '../../import/tables/mapping.ts';
import { readCells } from '../../import/tables/read-cells.ts';
import type { TableSource } from '../contract/tables.ts';
import { service } from './service.ts';

export const tableHandlers = {
  table: {
    look: service.table.look.handler(async ({ context: { study }, input: { table, source, hasHeads } }) =>
      lookAtTable(study.read, table, await readCells(source, suitsTable(study.read, table)), hasHeads),
    ),
    check: service.table.check.handler(async ({ context: { study }, input: { table, source, ...mapping } }) =>
      checkTable(study, table, mapTable(study.read, table, await readWhenFree(study, source), mapping)),
    ),
    apply: service.table.apply.handler(
      async ({ context: { study }, input: { table, source, coderId, ...mapping } }) =>
        applyTable(
          study,
          table,
          mapTable(study.read, table, await readWhenFree(study, source), mapping),
          coderId,
        ),
    ),
  },
};

/** While the file was read, an import may have begun. */
async function readWhenFree(study: Study, source: TableSource): Promise<Cells> {
  const cells = await readCells(source);
  await study.whenFree();
  return cells;
}
