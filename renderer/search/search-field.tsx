import { Button, Checkbox, Kbd, SegmentedControl, TextInput } from '@mantine/core';
import { useEffect, useId, useRef } from 'react';
import { type SearchMode, searchModes } from '../../electron/ipc/contract/search.ts';
import { findQueryProblem } from './query-problem.ts';
import { useRecentSearches } from './recent-searches.ts';
import classes from './search-screen.module.css';
import { useSearch } from './search-store.ts';

const modeNames: Record<SearchMode, string> = {
  words: 'Words',
  part: 'Part of a word',
  pattern: 'Regular expression',
};

const none: never[] = [];

/** What to search for, and how it is meant. */
export function SearchField({ guid, onSearch }: { guid: string; onSearch: () => void }) {
  const { words, mode, isExact } = useSearch((search) => search.form);
  const change = useSearch((search) => search.change);
  const recent = useRecentSearches(({ studies }) => studies[guid] ?? none);
  const field = useFieldFocus();
  const listId = useId();
  return (
    <search className={classes.field}>
      <TextInput
        ref={field}
        className={classes.words ?? ''}
        type="search"
        aria-label="Search for"
        placeholder="Search transcripts, memos, codes and comments"
        maxLength={1000}
        list={listId}
        value={words}
        error={mode === 'words' && words.trim() !== '' ? findQueryProblem(words) : undefined}
        onChange={({ currentTarget }) => change({ words: currentTarget.value })}
        onKeyDown={({ key, nativeEvent }) => {
          // In Japanese and Chinese, Enter first takes what is being spelled.
          if (key === 'Enter' && !nativeEvent.isComposing) onSearch();
        }}
      />
      <datalist id={listId}>
        {recent.map((search) => (
          <option key={`${search.mode} ${search.words}`} value={search.words} />
        ))}
      </datalist>
      <SegmentedControl
        size="xs"
        aria-label="What the words are"
        data={searchModes.map((value) => ({ value, label: modeNames[value] }))}
        value={mode}
        onChange={(value) => change({ mode: searchModes.find((one) => one === value) ?? 'words' })}
      />
      <Checkbox
        className={classes.case ?? ''}
        size="xs"
        label="Match case"
        title="Capitals and accents count"
        checked={isExact}
        onChange={({ currentTarget }) => change({ isExact: currentTarget.checked })}
      />
      <Button
        size="xs"
        onClick={onSearch}
        disabled={words.trim() === ''}
        rightSection={<Kbd size="xs">↵</Kbd>}
      >
        Search
      </Button>
    </search>
  );
}

/** The field has the focus when the screen opens, unless one comes back to a row of the list. */
function useFieldFocus() {
  const field = useRef<HTMLInputElement>(null);
  const asked = useSearch((search) => search.asked);
  useEffect(() => {
    if (useSearch.getState().hasLeft && asked === 0) return;
    field.current?.focus();
    field.current?.select();
  }, [asked]);
  return field;
}
