import { Text, Title } from '@mantine/core';
import { useEffect } from 'react';
import { useShownCoders } from '../state/coders.ts';
import { useNotesMoment, useStudy, useTextsMoment } from '../state/queries.ts';
import { AutoCodeSheet } from './auto-code-sheet.tsx';
import { useAutoCode } from './auto-code-store.ts';
import { HitCounts } from './hit-counts.tsx';
import { HitList } from './hit-list.tsx';
import { findQueryProblem } from './query-problem.ts';
import { useRecentSearches } from './recent-searches.ts';
import { ResultBar } from './result-bar.tsx';
import { runSearch } from './run-search.ts';
import { SearchField } from './search-field.tsx';
import { SearchHints } from './search-hints.tsx';
import { SearchLimits } from './search-limits.tsx';
import classes from './search-screen.module.css';
import { type FreshAt, type SearchResult, useSearch } from './search-store.ts';

/** Every place where words are, in transcripts and beside them, as a list of key words in context. */
export function SearchScreen() {
  const guid = useStudy().data?.guid ?? '';
  const coderIds = useShownCoders().ids;
  const result = useSearch((search) => search.result);
  const isAutoCoding = useAutoCode(({ source }) => source !== null);
  const start = () => {
    const { form } = useSearch.getState();
    // What is wrong with the words stands at the field already.
    if (form.words.trim() === '' || (form.mode === 'words' && findQueryProblem(form.words) !== undefined))
      return;
    useRecentSearches.getState().remember(guid, { words: form.words, mode: form.mode });
    void runSearch(form, coderIds);
  };
  useAskedSearch(start);
  useFreshHits(coderIds);
  return (
    <section className={classes.screen} aria-label="Search">
      <Title order={1} className={classes.title ?? ''}>
        Search
      </Title>
      <SearchField guid={guid} onSearch={start} />
      <SearchLimits onChange={start} />
      {result === null ? <SearchHints onSearch={start} guid={guid} /> : <Found result={result} />}
      {isAutoCoding && <AutoCodeSheet />}
    </section>
  );
}

function Found({ result }: { result: SearchResult }) {
  return (
    <>
      <ResultBar result={result} />
      {result.problem !== null && (
        <Text role="alert" size="sm" className={classes.problem ?? ''}>
          {result.problem}
        </Text>
      )}
      {result.state === 'finished' && result.hits === 0 && (
        <Text size="sm" c="dimmed" className={classes.nothing ?? ''}>
          Nothing was found. Try the beginning of a word with a star (deploy*), “Part of a word”, or fewer
          limits.
        </Text>
      )}
      {result.hits > 0 && (
        <div className={classes.found}>
          <HitList key={result.searchId} result={result} />
          <HitCounts counts={result.counts} />
        </div>
      )}
    </>
  );
}

/** Searches when words came from elsewhere, by Ctrl+Shift+F. */
function useAskedSearch(start: () => void): void {
  const isAsked = useSearch((search) => search.isAsked);
  useEffect(() => {
    if (!isAsked) return;
    useSearch.getState().takeUp();
    start();
  });
}

/**
 * Searches once more for what was asked when texts have changed, or when other coders' work is to be shown: hits must be
 * true. What is written beside the transcripts counts only where it was searched.
 */
function useFreshHits(coderIds: readonly number[] | undefined): void {
  const texts = useTextsMoment();
  const notes = useNotesMoment();
  useEffect(() => {
    if (texts === 0 || notes === 0) return;
    const { result, freshAt, setFreshAt } = useSearch.getState();
    const now = { texts, notes, coders: coderIds?.join() ?? '' };
    setFreshAt(now);
    if (result === null || freshAt === null || isTrueAt(result, freshAt, now)) return;
    void runSearch(result.form, coderIds, true);
  }, [texts, notes, coderIds]);
}

function isTrueAt({ form }: SearchResult, then: FreshAt, now: FreshAt): boolean {
  const areNotesSearched = form.kinds.some((kind) => kind !== 'transcript');
  return (
    then.texts === now.texts && then.coders === now.coders && (then.notes === now.notes || !areNotesSearched)
  );
}
