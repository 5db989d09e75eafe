import { Text, UnstyledButton } from '@mantine/core';
import type { SearchMode } from '../../electron/ipc/contract/search.ts';
import { type RecentSearch, useRecentSearches } from './recent-searches.ts';
import classes from './search-screen.module.css';
import { useSearch } from './search-store.ts';

const examples: { words: string; mode: SearchMode; finds: string }[] = [
  { words: 'deploy*', mode: 'words', finds: 'words that begin so; accents and capitals do not count' },
  { words: '"continuous delivery"', mode: 'words', finds: 'words side by side' },
  {
    words: '(release OR deploy) NOT staging',
    mode: 'words',
    finds: 'one or the other, where a third is not said',
  },
  { words: 'NEAR(data trust, 8)', mode: 'words', finds: 'words with at most eight others between them' },
  { words: 'ment', mode: 'part', finds: 'any part of a word; for Chinese, Japanese and Thai too' },
  { words: '\\bv\\d+(\\.\\d+)*\\b', mode: 'pattern', finds: 'a regular expression' },
];

const none: RecentSearch[] = [];

type Props = { guid: string; onSearch: () => void };

/** What can be searched for, as long as nothing is: what was searched for last, and examples that can be tried. */
export function SearchHints({ guid, onSearch }: Props) {
  const recent = useRecentSearches(({ studies }) => studies[guid] ?? none);
  const tryOut = ({ words, mode }: RecentSearch) => {
    useSearch.getState().change({ words, mode });
    onSearch();
  };
  return (
    <div className={classes.hints}>
      {recent.length > 0 && (
        <section aria-label="Recent searches">
          <h2 className={classes.hintHead}>Searched for last</h2>
          <ul className={classes.hintList}>
            {recent.map((search) => (
              <li key={`${search.mode} ${search.words}`}>
                <UnstyledButton className={classes.example ?? ''} onClick={() => tryOut(search)}>
                  <bdi>{search.words}</bdi>
                </UnstyledButton>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-label="Examples">
        <h2 className={classes.hintHead}>For example</h2>
        <ul className={classes.hintList}>
          {examples.map((example) => (
            <li key={example.words}>
              <UnstyledButton className={classes.example ?? ''} onClick={() => tryOut(example)}>
                {example.words}
              </UnstyledButton>
              <Text span size="sm" c="dimmed">
                {example.finds}
              </Text>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
