import type { Span } from '../../db/model/span.ts';
import {
  findSearchedText,
  listIndexedTranscripts,
  listSearchedCodes,
  listSearchedComments,
  listSearchedMemos,
  listSearchedTranscripts,
  type PackedTurns,
  type SearchedText,
} from '../../db/search.ts';
import { listUnindexed } from '../../db/search-index.ts';
import type { ReadHandle } from '../../db/sql.ts';
import type { Study } from '../../db/study.ts';
import { giveWay } from '../import/give-way.ts';
import type { SearchRequest } from '../ipc/contract/search.ts';
import { HitList } from './hit-list.ts';
import { type Matcher, makeMatcher } from './matcher.ts';
import { type SpeakerTest, TurnWalk, toSpeakerTest, toTurnScope } from './turn-scope.ts';

/** More hits than this are not kept: nobody reads them, and a pattern such as `.` would find millions. */
const mostHits = 500_000;
/** How long others wait at most, in milliseconds. */
const longestSlice = 12;

export type SearchState = 'running' | 'finished' | 'stopped';

/** One search: it goes through the texts in slices, and keeps which texts have hits and where. */
export class SearchRun {
  readonly id: number;
  readonly request: SearchRequest;
  readonly hits = new HitList();
  /** The texts with hits, in the order of places. */
  readonly sources: SearchedText[] = [];
  /** How many hits each of them has. */
  readonly counts: number[] = [];
  state: SearchState = 'running';
  isCut = false;
  /** Texts have changed since, so that places may be wrong. */
  isStale = false;
  done = 0;
  total = 0;
  private readonly study: Study;
  private readonly matcher: Matcher;
  private readonly isSearched: SpeakerTest | undefined;

  /** Throws a SearchQueryError when the words of the request cannot be understood. */
  constructor(id: number, study: Study, request: SearchRequest) {
    this.id = id;
    this.study = study;
    this.request = request;
    this.matcher = makeMatcher(request);
    this.isSearched = toSpeakerTest(study.read, request.speakers);
  }

  /**
   * Searches; yields now and then, whether or not something was found. Between two slices others may read and write; a
   * step that is written in slices is waited for.
   */
  async *search(signal?: AbortSignal): AsyncGenerator<void> {
    try {
      const texts = this.listTexts();
      this.total = texts.length;
      let begin = performance.now();
      for (const source of texts) {
        await this.searchOne(source);
        this.done += 1;
        if (this.isCut) break;
        if (performance.now() - begin < longestSlice) continue;
        yield;
        await giveWay();
        await this.study.whenFree();
        if (signal?.aborted) return;
        begin = performance.now();
      }
      this.state = 'finished';
    } finally {
      if (this.state === 'running') this.state = 'stopped';
      this.matcher.end();
    }
  }

  private listTexts(): SearchedText[] {
    const { read } = this.study;
    const { kinds, coderIds } = this.request;
    return [
      ...(kinds.includes('transcript') ? this.listTranscripts(read) : []),
      ...(kinds.includes('memo') ? listSearchedMemos(read, this.request, coderIds) : []),
      ...(kinds.includes('code') ? listSearchedCodes(read) : []),
      ...(kinds.includes('comment') ? listSearchedComments(read, this.request, coderIds) : []),
    ];
  }

  /** Those that the index leaves out are not read; those that it does not know yet are. */
  private listTranscripts(read: ReadHandle): SearchedText[] {
    const within = listSearchedTranscripts(read, this.request);
    const { expression } = this.matcher;
    if (expression === undefined) return within;
    const found = listIndexedTranscripts(read, expression);
    const unknown = new Set(listUnindexed(read));
    return within.filter(({ id }) => found.has(id) || unknown.has(id));
  }

  private async searchOne(source: SearchedText): Promise<void> {
    if (source.text === null) return this.searchTranscript(source);
    const found = this.matcher.find(source.text);
    const places = found instanceof Promise ? await found : found;
    this.keep(source, places, undefined);
  }

  private async searchTranscript(source: SearchedText): Promise<void> {
    const searched = findSearchedText(this.study.read, source.id);
    if (searched === undefined) return;
    const scope = toTurnScope(this.study.read, source.id, searched.turns, this.isSearched);
    const found = this.matcher.find(searched.text, scope);
    const places = found instanceof Promise ? await found : found;
    this.keep(source, places, searched.turns);
  }

  private keep(source: SearchedText, places: readonly Span[], turns: PackedTurns | undefined): void {
    if (places.length === 0) return;
    const walk = turns && new TurnWalk(turns);
    const number = this.sources.push(source) - 1;
    let kept = 0;
    for (const { start, end } of places) {
      this.isCut = this.hits.length === mostHits;
      if (this.isCut) break;
      const turn = walk?.find(start) ?? -1;
      this.hits.add({ source: number, start, end, turn });
      kept += 1;
    }
    this.counts.push(kept);
  }
}
