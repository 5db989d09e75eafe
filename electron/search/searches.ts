import type { Study } from '../../db/study.ts';
import type { SearchEvent, SearchRequest } from '../ipc/contract/search.ts';
import { SearchRows } from './search-rows.ts';
import { SearchRun } from './search-run.ts';

/** A search that cannot be answered from any more; the message is a sentence. */
export class SearchGoneError extends Error {}

export type KeptSearch = { run: SearchRun; rows: SearchRows };

/** How many searches are kept to be paged through: the one that is shown, and one to come back to. */
const searchesKept = 3;
/** How many rows come with the first event: a screenful. */
const firstRows = 60;
/** How often it is told how far a search is, in milliseconds; the first hits do not wait so long. */
const tellEvery = 150;
const firstAfter = 40;

/** The searches of one open study. */
class Searches {
  private readonly study: Study;
  private readonly kept = new Map<number, KeptSearch>();
  private last = 0;

  constructor(study: Study) {
    this.study = study;
    study.onChange(({ tables }) => {
      if (!tables.includes('transcripts') && !tables.includes('turns')) return;
      for (const { run } of this.kept.values()) run.isStale = true;
    });
  }

  start(request: SearchRequest): KeptSearch {
    const run = new SearchRun(++this.last, this.study, request);
    const started = { run, rows: new SearchRows(this.study, run) };
    for (const id of this.kept.keys()) if (this.kept.size >= searchesKept) this.kept.delete(id);
    this.kept.set(run.id, started);
    return started;
  }

  get(id: number): KeptSearch {
    const found = this.kept.get(id);
    if (found === undefined) throw new SearchGoneError('This search is over: search once more.');
    if (found.run.isStale)
      throw new SearchGoneError('The transcripts have changed since this search: search once more.');
    return found;
  }
}

const searchesOf = new WeakMap<Study, Searches>();

function getSearches(study: Study): Searches {
  const searches = searchesOf.get(study) ?? new Searches(study);
  searchesOf.set(study, searches);
  return searches;
}

/** Returns a search that was started before. Throws a SearchGoneError when it is not kept or no longer true. */
export function getSearch(study: Study, searchId: number): KeptSearch {
  return getSearches(study).get(searchId);
}

/**
 * Searches a study and tells of the first hits at once, then how many there are. Throws a SearchQueryError or a
 * SlowPatternError. A signal ends it; what was found so far stays.
 */
export async function* searchStudy(
  study: Study,
  request: SearchRequest,
  signal?: AbortSignal,
): AsyncGenerator<SearchEvent> {
  const { run, rows } = getSearches(study).start(request);
  let told = performance.now();
  let areFirstTold: boolean = false;
  for await (const _ of run.search(signal)) {
    const isFirst: boolean = !areFirstTold && run.hits.length > 0;
    const wait = performance.now() - told;
    if (!(isFirst && (run.hits.length >= firstRows || wait > firstAfter)) && wait < tellEvery) continue;
    yield await tell(run, rows, isFirst);
    areFirstTold ||= isFirst;
    told = performance.now();
  }
  if (!areFirstTold) yield await tell(run, rows, true);
  yield {
    kind: 'finished',
    searchId: run.id,
    hits: run.hits.length,
    isCut: run.isCut,
    counts: listCounts(run),
  };
}

async function tell(run: SearchRun, rows: SearchRows, withRows: boolean): Promise<SearchEvent> {
  const first = withRows ? await rows.page('place', 0, firstRows) : [];
  const { done, total } = run;
  return { kind: 'hits', searchId: run.id, hits: run.hits.length, done, total, rows: first };
}

function listCounts(run: SearchRun) {
  return run.sources.map(({ kind, id, title, companyId, company }, index) => ({
    ...{ kind, id, title, companyId, company },
    hits: run.counts[index] ?? 0,
  }));
}
