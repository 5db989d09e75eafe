import { copySearchRows, saveSearchRows } from '../../export/search-rows.ts';
import { getSearch, searchStudy } from '../../search/searches.ts';
import { withSentenceErrors } from './sentence-errors.ts';
import { service } from './service.ts';

export const searchHandlers = {
  search: {
    run: service.search.run.handler(({ context: { study }, input, signal }) =>
      withSentenceErrors(study, searchStudy(study, input, signal)),
    ),
    page: service.search.page.handler(
      async ({ context: { study }, input: { searchId, sort, from, count } }) => {
        const { run, rows } = getSearch(study, searchId);
        return { total: run.hits.length, rows: await rows.page(sort, from, count) };
      },
    ),
    copy: service.search.copy.handler(({ context: { study }, input: { searchId, sort } }) =>
      copySearchRows(getSearch(study, searchId), sort),
    ),
    save: service.search.save.handler(({ context: { study }, input: { searchId, sort, path } }) =>
      saveSearchRows(getSearch(study, searchId), sort, path),
    ),
  },
};
