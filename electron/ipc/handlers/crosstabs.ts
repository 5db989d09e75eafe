import { ORPCError } from '@orpc/server';
import { countCoOccurrence, findPairedExcerpts } from '../../../db/co-occurrence.ts';
import { countCrosstab } from '../../../db/crosstab.ts';
import { listFrameworkCells } from '../../../db/framework.ts';
import { findCode } from '../../../db/tables/codes.ts';
import { getCompany } from '../../../db/tables/companies.ts';
import { listSummaries, saveSummary } from '../../../db/tables/summaries.ts';
import { writeCodeTable } from '../../export/code-tables.ts';
import { service } from './service.ts';

export const crosstabHandlers = {
  crosstab: {
    count: service.crosstab.count.handler(({ context: { study }, input }) =>
      countCrosstab(study.read, input),
    ),
    export: service.crosstab.export.handler(({ context: { study }, input: { path, format, table } }) =>
      writeCodeTable(study.read, table, { path, format }),
    ),
  },
  coOccurrence: {
    count: service.coOccurrence.count.handler(({ context: { study }, input }) =>
      countCoOccurrence(study.read, input),
    ),
    pair: service.coOccurrence.pair.handler(({ context: { study }, input: { left, right, ...choice } }) =>
      findPairedExcerpts(study.read, choice, [left, right]),
    ),
  },
  framework: {
    list: service.framework.list.handler(({ context: { study }, input }) =>
      listFrameworkCells(study.read, input),
    ),
  },
  summary: {
    list: service.summary.list.handler(({ context: { study } }) => listSummaries(study.read)),
    save: service.summary.save.handler(({ context: { study }, input }) => {
      const company = getCompany(study.read, input.companyId).label;
      const code = findCode(study.read, input.codeId);
      if (!code) throw new ORPCError('BAD_REQUEST', { message: 'This code does not exist any more.' });
      const label = `Summarise ${company} · ${code.itemRef ?? code.name}`;
      study.transact({ label, coderId: input.coderId }, (write) => saveSummary(write, input));
    }),
  },
};
