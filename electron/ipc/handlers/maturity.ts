import { ORPCError } from '@orpc/server';
import { listFindings } from '../../../db/audit.ts';
import { listClaims } from '../../../db/claims.ts';
import { isPlacement } from '../../../db/model/placement.ts';
import { getHighestStage, listPreconditions } from '../../../db/model/scheme.ts';
import { listCompanyPlacements } from '../../../db/placements.ts';
import type { ReadHandle } from '../../../db/sql.ts';
import { listCompanies } from '../../../db/tables/companies.ts';
import { deletePlacement, savePlacement } from '../../../db/tables/placements.ts';
import { deleteRating, listRatings, saveRating } from '../../../db/tables/ratings.ts';
import { getScheme } from '../../../db/tables/schemes.ts';
import { listSessions } from '../../../db/tables/sessions.ts';
import { listTechniques } from '../../../db/tables/techniques.ts';
import { writeWholeFile } from '../../export/atomic-file.ts';
import { forSpreadsheets } from '../../export/csv.ts';
import { buildMapping, toMappingCsv, toMappingJson } from '../../export/mapping.ts';
import { exportPlacementFigure } from '../../export/placement-figure.ts';
import { buildTriangulation, toTriangulationCsv, toTriangulationJson } from '../../export/triangulation.ts';
import { service } from './service.ts';

export const maturityHandlers = {
  triangulation: {
    matrix: service.triangulation.matrix.handler(({ context: { study }, input }) =>
      buildMatrix(study.read, input?.coderIds),
    ),
    export: service.triangulation.export.handler(async ({ context: { study }, input: { path, format } }) => {
      const table = buildTriangulation(study.read);
      await writeWholeFile(
        path,
        format === 'csv' ? forSpreadsheets(toTriangulationCsv(table)) : toTriangulationJson(table),
      );
    }),
  },
  rating: {
    list: service.rating.list.handler(({ context: { study } }) => listRatings(study.read)),
    save: service.rating.save.handler(({ context: { study }, input }) => {
      if (!listPreconditions(getScheme(study.read)).some(({ id }) => id === input.itemRef)) {
        throw new ORPCError('BAD_REQUEST', { message: `The scheme has no precondition “${input.itemRef}”.` });
      }
      const label = `Rate ${input.itemRef} ${input.value}`;
      study.transact({ label, coderId: input.coderId }, (write) => saveRating(write, input));
    }),
    delete: service.rating.delete.handler(({ context: { study }, input: { companyId, itemRef } }) => {
      study.transact({ label: `Take back the rating of ${itemRef}` }, (write) =>
        deleteRating(write, companyId, itemRef),
      );
    }),
  },
  placement: {
    list: service.placement.list.handler(({ context: { study } }) => listCompanyPlacements(study.read)),
    save: service.placement.save.handler(({ context: { study }, input }) => {
      const highest = getHighestStage(getScheme(study.read));
      if (!isPlacement(input.value, highest)) {
        throw new ORPCError('BAD_REQUEST', { message: `A placement is 0, 0.5, 1 … up to ${highest}.` });
      }
      study.transact({ label: 'Place a company', coderId: input.coderId }, (write) =>
        savePlacement(write, input),
      );
    }),
    delete: service.placement.delete.handler(({ context: { study }, input: { companyId } }) => {
      study.transact({ label: 'Take back a placement' }, (write) => deletePlacement(write, companyId));
    }),
  },
  figure: {
    export: service.figure.export.handler(async ({ context: { study, folders }, input }) => {
      const { path, format, widthMm, palette } = input;
      const options = { ...(widthMm ? { widthMm } : {}), ...(palette ? { palette } : {}) };
      await exportPlacementFigure(study.read, { path, format, fontFolder: folders.fonts }, options);
    }),
  },
  mapping: {
    export: service.mapping.export.handler(async ({ context: { study }, input: { path, format } }) => {
      const mapping = buildMapping(study.read);
      const names = new Map(listPreconditions(getScheme(study.read)).map(({ id, name }) => [id, name]));
      await writeWholeFile(
        path,
        format === 'csv' ? forSpreadsheets(toMappingCsv(mapping, names)) : toMappingJson(mapping),
      );
    }),
  },
  audit: {
    list: service.audit.list.handler(({ context: { study } }) => listFindings(study.read)),
  },
};

function buildMatrix(read: ReadHandle, coderIds?: readonly number[]) {
  const sessions = listSessions(read);
  return {
    companies: listCompanies(read).map(({ id, label, name }) => ({
      id,
      label,
      name,
      techniques: [
        ...new Set(sessions.filter(({ companyId }) => companyId === id).map(({ technique }) => technique)),
      ],
    })),
    techniques: listTechniques(read),
    claims: listClaims(read, coderIds),
  };
}
