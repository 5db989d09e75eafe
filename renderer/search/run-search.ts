import type { SearchEvent } from '../../electron/ipc/contract/search.ts';
import { getStudyApi, messageOf } from '../api.ts';
import { type SearchForm, type SearchResult, useSearch } from './search-store.ts';

let running: AbortController | undefined;

/**
 * Searches for what the form says, in the place of a search that is still running. `coderIds` are the coders whose
 * comments may be shown. `isAgain` keeps the place in the list: the same search, after something changed.
 */
export async function runSearch(
  form: SearchForm,
  coderIds: readonly number[] | undefined,
  isAgain = false,
): Promise<void> {
  cancelSearch();
  const controller = new AbortController();
  running = controller;
  const { setResult, setActive, setScrollTop } = useSearch.getState();
  let result: SearchResult = { ...nothingYet, form };
  const show = (change: Partial<SearchResult>) => {
    result = { ...result, ...change };
    if (running === controller) setResult(result);
  };
  if (!isAgain) {
    setActive(0);
    setScrollTop(0);
  }
  show({});
  try {
    const events = await getStudyApi().search.run(toRequest(form, coderIds), { signal: controller.signal });
    for await (const event of events) show(toChange(event, result));
  } catch (error) {
    if (controller.signal.aborted) show({ state: 'cancelled' });
    else show({ state: 'failed', problem: messageOf(error) });
  } finally {
    if (running === controller) running = undefined;
  }
}

/** Ends the search that is running; what it found so far stays. */
export function cancelSearch(): void {
  running?.abort();
}

const nothingYet: Omit<SearchResult, 'form'> = {
  searchId: null,
  state: 'running',
  hits: 0,
  done: 0,
  total: 0,
  isCut: false,
  firstRows: [],
  counts: [],
  problem: null,
};

function toChange(event: SearchEvent, { firstRows }: SearchResult): Partial<SearchResult> {
  if (event.kind === 'finished') {
    const { searchId, hits, isCut, counts } = event;
    return { state: 'finished', searchId, hits, isCut, counts };
  }
  const { searchId, hits, done, total, rows } = event;
  return { searchId, hits, done, total, firstRows: rows.length > 0 ? rows : firstRows };
}

function toRequest(form: SearchForm, coderIds: readonly number[] | undefined) {
  const { words, mode, isExact, kinds, companyId, technique, speakers } = form;
  return {
    ...{ words, mode, isExact, kinds, speakers },
    companyIds: companyId === null ? [] : [companyId],
    techniques: technique === null ? [] : [technique],
    ...(coderIds === undefined ? {} : { coderIds: [...coderIds] }),
  };
}
