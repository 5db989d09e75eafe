import { Button } from '@mantine/core';
import { useState } from 'react';
import type { MovedExcerpt, VersionEffect } from '../../electron/ipc/contract/imports.ts';
import { count } from '../widgets/count.ts';
import styles from './importing.module.css';

/** What a new version does to the excerpts, before anything changes: first those that cannot be kept. */
export function ExcerptsTab({ effect }: { effect: VersionEffect }) {
  const { kept, changed, lost, wordsBefore, wordsAfter } = effect;
  return (
    <>
      <Moved title="Cannot be kept, their words are gone" excerpts={lost} />
      <Moved title="Get the corrected words" excerpts={changed} />
      <p className={styles.reason}>
        {count(kept, 'excerpt')} {kept === 1 ? 'keeps its' : 'keep their'} words. The text had{' '}
        {count(wordsBefore, 'word')} and will have {wordsAfter.toLocaleString('en')}.
      </p>
    </>
  );
}

/** A transcript may have thousands of excerpts; so many are shown before one asks. */
const shownAtFirst = 100;

function Moved({ title, excerpts }: { title: string; excerpts: readonly MovedExcerpt[] }) {
  const [isAll, setAll] = useState(false);
  if (excerpts.length === 0) return null;
  const shown = isAll ? excerpts : excerpts.slice(0, shownAtFirst);
  return (
    <section>
      <h3 className={styles.heading}>
        {title} ({excerpts.length.toLocaleString('en')})
      </h3>
      <ul className={styles.moved}>
        {shown.map((one) => (
          <MovedItem key={`${one.excerptId} ${one.start}`} excerpt={one} />
        ))}
      </ul>
      {shown.length < excerpts.length && (
        <Button size="compact-sm" variant="default" onClick={() => setAll(true)}>
          Show all {excerpts.length.toLocaleString('en')}
        </Button>
      )}
    </section>
  );
}

function MovedItem({ excerpt }: { excerpt: MovedExcerpt }) {
  const { quote, newQuote, codes, ratings, memos } = excerpt;
  const restOn = [ratings > 0 ? count(ratings, 'rating') : '', memos > 0 ? count(memos, 'memo') : ''].filter(
    (part) => part !== '',
  );
  return (
    <li>
      <p dir="auto">
        <del>{quote}</del>
      </p>
      {newQuote !== null && (
        <p dir="auto">
          <ins>{newQuote}</ins>
        </p>
      )}
      <p className={styles.reason}>
        <span>{codes.length === 0 ? 'Not coded' : codes.join(' · ')}</span>
        {restOn.length > 0 && <b>{restOn.join(' and ')} rest on it</b>}
      </p>
    </li>
  );
}
