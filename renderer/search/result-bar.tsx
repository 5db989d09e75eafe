import { Button, Menu, NativeSelect, Progress, Text } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type SearchSort, searchSorts } from '../../electron/ipc/contract/search.ts';
import { getStudyApi } from '../api.ts';
import { copyText } from '../widgets/copy-text.ts';
import { count } from '../widgets/count.ts';
import { runAction, showNotice } from '../widgets/run-action.ts';
import { useAutoCode } from './auto-code-store.ts';
import { cancelSearch } from './run-search.ts';
import classes from './search-screen.module.css';
import { type SearchResult, useSearch } from './search-store.ts';

const sortNames: Record<SearchSort, string> = {
  place: 'By place',
  before: 'By the words before',
  after: 'By the words after',
  participant: 'By participant',
};

/** How many hits there are, how they are sorted, and what can be done with all of them. */
export function ResultBar({ result }: { result: SearchResult }) {
  const { state, hits, searchId, counts } = result;
  const sort = useSearch((search) => search.sort);
  const isDone = state === 'finished' || state === 'cancelled';
  const hasTranscripts = counts.some(({ kind }) => kind === 'transcript');
  return (
    <div className={classes.bar}>
      <Text size="sm" role="status" className={classes.status ?? ''}>
        {describe(result)}
      </Text>
      {state === 'running' && <Running result={result} />}
      {isDone && hits > 0 && searchId !== null && (
        <>
          <NativeSelect
            size="xs"
            aria-label="Sorted"
            data={searchSorts.map((value) => ({ value, label: sortNames[value] }))}
            value={sort}
            onChange={({ currentTarget }) =>
              useSearch.getState().setSort(searchSorts.find((one) => one === currentTarget.value) ?? 'place')
            }
          />
          <TakeAway searchId={searchId} sort={sort} />
          {hasTranscripts && (
            <Button
              size="xs"
              onClick={() =>
                useAutoCode.getState().open({ kind: 'search', searchId, words: result.form.words })
              }
            >
              Code these hits …
            </Button>
          )}
        </>
      )}
    </div>
  );
}

function describe({ state, hits, isCut, counts, form }: SearchResult): string {
  if (state === 'failed') return `“${form.words}” could not be searched for.`;
  const found = isCut ? `The first ${count(hits, 'hit')}` : count(hits, 'hit');
  if (state === 'running') return `${found} so far …`;
  if (state === 'cancelled') return `${found} before the search was cancelled`;
  const texts = counts.filter(({ kind }) => kind === 'transcript').length;
  return texts === 0 ? found : `${found} in ${count(texts, 'transcript')}`;
}

function Running({ result: { done, total } }: { result: SearchResult }) {
  return (
    <>
      <Progress
        className={classes.progress ?? ''}
        size="sm"
        value={total === 0 ? 0 : (100 * done) / total}
        aria-label="Searched texts"
      />
      <Button size="compact-xs" variant="default" onClick={cancelSearch}>
        Cancel
      </Button>
    </>
  );
}

/** The hits as a table for other programs. */
function TakeAway({ searchId, sort }: { searchId: number; sort: SearchSort }) {
  const copy = () =>
    runAction(async () => {
      const { text, rows, total } = await getStudyApi().search.copy({ searchId, sort });
      copyText(text);
      const rest =
        rows < total
          ? ` That is not all of them: save them as CSV for the other ${count(total - rows, 'hit')}.`
          : '';
      showNotice('Copied', `${count(rows, 'hit')} with tabs between the cells, for a spreadsheet.${rest}`);
    });
  const save = () =>
    runAction(async () => {
      const path = await window.casebench.chooseWhereToSave('Hits.csv', [
        { name: 'CSV', extensions: ['csv'] },
      ]);
      if (path === null) return;
      const { rows } = await getStudyApi().search.save({ searchId, sort, path });
      showNotice(`${count(rows, 'hit')} saved`, path);
    });
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <Button size="xs" variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
          Take away
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void copy()}>Copy for a spreadsheet</Menu.Item>
        <Menu.Item onClick={() => void save()}>Save as CSV …</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
