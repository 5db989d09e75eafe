import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { EditEffect, TouchedExcerpt } from '../../../electron/ipc/contract/editing.ts';
import { count } from '../../widgets/count.ts';
import classes from './review.module.css';

/** What saving does to the coded passages: first what would be lost, then what gets other words; the rest is counted. */
export function EditReview({ effect }: { effect: EditEffect }) {
  const { kept, moved, changed, lost, wordsBefore, wordsAfter } = effect;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={classes.review} aria-labelledby="edit-review">
      <h3 id="edit-review" ref={heading} tabIndex={-1} className={classes.title}>
        {describeTouched(effect)}
      </h3>
      <Touched
        title="Would be lost"
        explanation="Nothing is left of their words. Saving takes their codings away; undo brings them back."
        excerpts={lost}
      />
      <Touched title="Get other words" explanation="" excerpts={changed} />
      <p className={classes.rest}>
        {kept + moved > 0 && `${describeOthers(kept, moved)} `}The text had {count(wordsBefore, 'word')} and
        will have {wordsAfter.toLocaleString('en')}.
      </p>
    </section>
  );
}

function describeOthers(kept: number, moved: number): string {
  const others = `${count(kept + moved, 'other coded passage')} ${kept + moved === 1 ? 'keeps its' : 'keep their'} words`;
  return moved > 0 ? `${others}, ${moved.toLocaleString('en')} of them in another place.` : `${others}.`;
}

function describeTouched({ changed, lost }: EditEffect): string {
  const parts = [
    ...(lost.length > 0 ? [`${count(lost.length, 'coded passage')} would be lost`] : []),
    ...(changed.length > 0 ? [`${count(changed.length, 'coded passage')} would get other words`] : []),
  ];
  return parts.length === 0 ? 'Every coded passage keeps its words' : parts.join(', ');
}

/** So many are shown before one asks for all. */
const shownAtFirst = 100;

type TouchedProps = { title: string; explanation: string; excerpts: readonly TouchedExcerpt[] };

function Touched({ title, explanation, excerpts }: TouchedProps) {
  const [isAll, setAll] = useState(false);
  if (excerpts.length === 0) return null;
  const shown = isAll ? excerpts : excerpts.slice(0, shownAtFirst);
  return (
    <>
      <h4 className={classes.heading}>
        {title} ({excerpts.length.toLocaleString('en')})
      </h4>
      {explanation !== '' && <p className={classes.rest}>{explanation}</p>}
      <ul className={classes.list}>
        {shown.map((one) => (
          <TouchedItem key={one.excerptId} excerpt={one} />
        ))}
      </ul>
      {shown.length < excerpts.length && (
        <Button size="compact-sm" variant="default" onClick={() => setAll(true)}>
          Show all {excerpts.length.toLocaleString('en')}
        </Button>
      )}
    </>
  );
}

function TouchedItem({ excerpt }: { excerpt: TouchedExcerpt }) {
  const { quote, newQuote, codes, isJoined } = excerpt;
  const rests = listRests(excerpt);
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
      <p className={classes.facts}>
        <span>{codes.length === 0 ? 'Not coded' : codes.join(' · ')}</span>
        {isJoined && <span>becomes one with another passage</span>}
        {rests.length > 0 && <b>{rests.join(' · ')}</b>}
      </p>
    </li>
  );
}

function listRests({ ratings, memos, links, examples }: TouchedExcerpt): string[] {
  const named = ratings.map(
    ({ company, itemRef, value }) => `${itemRef} of company ${company}, rated ${value}`,
  );
  return [
    ...(named.length > 0 ? [`Evidence for ${named.join('; ')}`] : []),
    ...(memos > 0 ? [count(memos, 'memo')] : []),
    ...(links > 0 ? [`${count(links, 'memo')} linking here`] : []),
    ...(examples > 0 ? [`example of ${count(examples, 'code')}`] : []),
  ];
}
