import { UnstyledButton } from '@mantine/core';
import { useMemo } from 'react';
import type { SearchCount } from '../../electron/ipc/contract/search.ts';
import { groupCounts } from './count-groups.ts';
import classes from './hit-counts.module.css';
import { useSearch } from './search-store.ts';

/** How many hits there are in each company and text; each number leads to the first of them in the list. */
export function HitCounts({ counts }: { counts: readonly SearchCount[] }) {
  const groups = useMemo(() => groupCounts(counts), [counts]);
  const go = (hit: number) => {
    const search = useSearch.getState();
    search.setSort('place');
    search.jumpTo(hit);
  };
  if (groups.length === 0) return null;
  return (
    <aside className={classes.counts} aria-label="Hits by company">
      {groups.map((group) => (
        <section key={group.title} aria-label={group.title}>
          <h2 className={classes.head}>
            <UnstyledButton className={classes.line ?? ''} onClick={() => go(group.firstHit)}>
              <span className={classes.name}>{group.title}</span>
              <span className={classes.number}>{group.hits.toLocaleString('en')}</span>
            </UnstyledButton>
          </h2>
          <ul className={classes.list}>
            {group.texts.map((text) => (
              <li key={text.firstHit}>
                <UnstyledButton className={classes.line ?? ''} onClick={() => go(text.firstHit)}>
                  <span className={classes.name}>
                    <bdi>{text.title}</bdi>
                  </span>
                  <span className={classes.number}>{text.hits.toLocaleString('en')}</span>
                </UnstyledButton>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </aside>
  );
}
