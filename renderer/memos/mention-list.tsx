import { VisuallyHidden } from '@mantine/core';
import { useLayoutEffect, useRef } from 'react';
import type { LinkedExcerpt } from '../../electron/ipc/contract/memos.ts';
import { count } from '../widgets/count.ts';
import { SpeakerChip } from '../widgets/speaker-chip.tsx';
import classes from './mention-list.module.css';
import type { MentionState } from './use-mention.ts';

type Props = { id: string; mention: MentionState };

/** The excerpts that fit what is typed after an `@`, beneath it. The focus stays in the text. */
export function MentionList({ id, mention }: Props) {
  const { options, active, isPending, query } = mention;
  const popup = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const place = mention.getPlace();
    if (popup.current && place) putBeneath(popup.current, place);
  });
  useLayoutEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  return (
    <div ref={popup} className={classes.popup}>
      {options.length === 0 && (
        <p className={classes.nothing}>
          {isPending
            ? 'Looking …'
            : query === ''
              ? 'No passage is coded yet.'
              : 'No excerpt fits. Esc closes this list.'}
        </p>
      )}
      <div id={id} role="listbox" aria-label="Excerpts to link to" className={classes.list}>
        {options.map((excerpt, index) => (
          <button
            type="button"
            key={excerpt.excerptId}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={classes.option}
            // Pressing the mouse must not take the caret out of the text.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => mention.choose(index)}
          >
            <Option excerpt={excerpt} />
          </button>
        ))}
      </div>
      <VisuallyHidden role="status">{isPending ? '' : count(options.length, 'excerpt')}</VisuallyHidden>
    </div>
  );
}

function Option({ excerpt }: { excerpt: LinkedExcerpt }) {
  const { participant, label, technique, quote, codes, transcript } = excerpt;
  return (
    <>
      <span className={classes.head}>
        <SpeakerChip participant={participant ?? label ?? 'nobody'} technique={technique} />
        <span className={classes.where}>{transcript}</span>
      </span>
      <q className={classes.quote} dir="auto">
        {quote}
      </q>
      {codes !== '' && <span className={classes.codes}>{codes}</span>}
    </>
  );
}

/** Beneath the `@`, or above it where there is no room, and always wholly inside the window. */
function putBeneath(popup: HTMLElement, place: DOMRect): void {
  const { innerWidth, innerHeight } = window;
  const { width, height } = popup.getBoundingClientRect();
  const hasRoom = place.bottom + height + 12 <= innerHeight;
  const top = hasRoom ? place.bottom + 4 : Math.max(8, place.top - height - 4);
  popup.style.top = `${top}px`;
  popup.style.left = `${Math.max(8, Math.min(place.left, innerWidth - width - 8))}px`;
}
