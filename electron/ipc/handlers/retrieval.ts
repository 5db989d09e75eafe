import { findCodings, listFoundEvidence } from '../../../db/retrieval.ts';
import { getContext } from '../../../db/retrieval-context.ts';
import { listSavedQueries, toStoredQuestion } from '../../../db/saved-queries.ts';
import type { ReadHandle } from '../../../db/sql.ts';
import {
  deleteSavedQuery,
  findSavedQuery,
  insertSavedQuery,
  renameSavedQuery,
  updateSavedQuery,
} from '../../../db/tables/saved-queries.ts';
import { service } from './service.ts';

export const retrievalHandlers = {
  retrieval: {
    find: service.retrieval.find.handler(({ context: { study }, input }) => findCodings(study.read, input)),
    page: service.retrieval.page.handler(({ context: { study }, input: { ids } }) =>
      listFoundEvidence(study.read, ids),
    ),
    context: service.retrieval.context.handler(({ context: { study }, input: { id, ...wish } }) =>
      getContext(study.read, id, wish),
    ),
  },
  savedQuery: {
    list: service.savedQuery.list.handler(({ context: { study } }) => listSavedQueries(study.read)),
    create: service.savedQuery.create.handler(({ context: { study }, input: { name, question } }) => {
      const stored = JSON.stringify(toStoredQuestion(study.read, question));
      return {
        id: study.transact({ label: `Save query “${name}”` }, (write) =>
          insertSavedQuery(write, name, stored),
        ),
      };
    }),
    rename: service.savedQuery.rename.handler(({ context: { study }, input: { id, name } }) => {
      study.transact({ label: `Rename query to “${name}”` }, (write) => renameSavedQuery(write, id, name));
    }),
    replace: service.savedQuery.replace.handler(({ context: { study }, input: { id, question } }) => {
      const stored = JSON.stringify(toStoredQuestion(study.read, question));
      const label = `Change query ${nameOf(study.read, id)}`;
      study.transact({ label }, (write) => updateSavedQuery(write, id, stored));
    }),
    delete: service.savedQuery.delete.handler(({ context: { study }, input: { id } }) => {
      const label = `Delete query ${nameOf(study.read, id)}`;
      study.transact({ label }, (write) => deleteSavedQuery(write, id));
    }),
  },
};

const nameOf = (read: ReadHandle, id: number) => `“${findSavedQuery(read, id)?.name ?? ''}”`;
