import { autoCode } from '../../search/auto-code.ts';
import {
  listCodedPassages,
  listSearchPassages,
  listSpeakerPassages,
  pagePassages,
} from '../../search/passage-lists.ts';
import { getSearch } from '../../search/searches.ts';
import { withSentenceErrors } from './sentence-errors.ts';
import { service } from './service.ts';

export const autoCodeHandlers = {
  autoCode: {
    fromSearch: service.autoCode.fromSearch.handler(({ context: { study }, input: { searchId, extent } }) =>
      listSearchPassages(study, getSearch(study, searchId), extent),
    ),
    bySpeaker: service.autoCode.bySpeaker.handler(({ context: { study }, input }) =>
      listSpeakerPassages(study, input),
    ),
    page: service.autoCode.page.handler(({ context: { study }, input: { listId, from, count } }) =>
      pagePassages(study, listId, from, count),
    ),
    coded: service.autoCode.coded.handler(({ context: { study }, input: { listId, codeId, coderId } }) =>
      listCodedPassages(study, listId, codeId, coderId),
    ),
    run: service.autoCode.run.handler(({ context: { study }, input, signal }) =>
      withSentenceErrors(study, autoCode(study, input, signal)),
    ),
  },
};
