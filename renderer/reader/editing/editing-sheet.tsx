import { Button } from '@mantine/core';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useState } from 'react';
import type { Coding } from '../../../electron/ipc/contract/transcripts.ts';
import { useTranscript } from '../../state/queries.ts';
import { count } from '../../widgets/count.ts';
import { FullSheet } from '../../widgets/full-sheet.tsx';
import { EditReview } from './edit-review.tsx';
import { EditedText } from './edited-text.tsx';
import classes from './editing.module.css';
import type { EditingSession } from './editing-session.ts';
import { useEditing } from './editing-store.ts';
import { reviewOrSave, save } from './save-edit.ts';
import { chooseSpeaker, TurnBar } from './turn-bar.tsx';
import type { Touched } from './use-painted-excerpts.ts';
import { useTurnAtCaret } from './use-turn-at-caret.ts';

/** The sheet in which the text of a coded transcript is corrected. Closing it keeps what is not saved. */
export function EditingSheet() {
  const session = useEditing((editing) => editing.session);
  const close = useEditing((editing) => editing.close);
  if (!session) return null;
  return (
    <FullSheet
      opened
      onClose={close}
      title={`Edit text: ${session.transcript.name}`}
      closeLabel="Close, and keep what is not saved"
      onKeyDown={(event) => hearKey(event, session)}
    >
      <Sheet key={session.transcript.id} session={session} />
    </FullSheet>
  );
}

const noCodings: readonly Coding[] = [];

function Sheet({ session }: { session: EditingSession }) {
  const review = useEditing((editing) => editing.review);
  const { data } = useTranscript(session.transcript.id);
  const codings = data?.id === session.transcript.id ? data.codingList : noCodings;
  const spans = useMemo(() => [...new Map(codings.map((one) => [one.excerptId, one])).values()], [codings]);
  const [touched, setTouched] = useState<Touched>({ changed: 0, lost: 0 });
  const noteTouched = useCallback(
    (now: Touched) =>
      setTouched((former) => (former.changed === now.changed && former.lost === now.lost ? former : now)),
    [],
  );
  const turn = useTurnAtCaret(session);
  const isStale = useMemo(
    () => data !== undefined && data.id === session.transcript.id && !session.isOf(data),
    [data, session],
  );
  useEffect(() => {
    if (!review) session.editor.focus();
  }, [review, session]);
  useEffect(() => focusTextThatIsRead, []);
  return (
    <>
      {!review && <TurnBar session={session} turn={turn} />}
      {isStale && (
        <p className={classes.notice} role="alert">
          The transcript was changed elsewhere since you began. What you wrote cannot be saved in its place:
          copy what you need, and discard the changes.
        </p>
      )}
      <div className={classes.scroller} hidden={review !== null}>
        <EditedText session={session} spans={spans} onTouched={noteTouched} onChooseSpeaker={chooseSpeaker} />
      </div>
      {review && (
        <div className={classes.scroller}>
          <EditReview effect={review} />
        </div>
      )}
      <Foot session={session} touched={touched} />
    </>
  );
}

/** The sheet goes without telling who had the focus before; reading goes on in the text. */
function focusTextThatIsRead(): void {
  const text =
    document.querySelector<HTMLElement>('[data-active] [data-transcript]') ??
    document.querySelector<HTMLElement>('[data-transcript]');
  text?.focus({ preventScroll: true });
}

function Foot({ session, touched }: { session: EditingSession; touched: Touched }) {
  const review = useEditing((editing) => editing.review);
  const { showReview } = useEditing.getState();
  return (
    <footer className={classes.foot}>
      <output className={classes.said} aria-live="polite">
        {review ? '' : describeTouched(touched)}
      </output>
      {review ? (
        <Button size="xs" variant="default" onClick={() => showReview(null)}>
          Back to editing
        </Button>
      ) : (
        <Button size="xs" variant="subtle" color="gray" onClick={() => session.discard()}>
          Discard changes
        </Button>
      )}
      <Button size="xs" onClick={() => saveNow(session)}>
        {review && review.lost.length > 0 ? `Save and lose ${count(review.lost.length, 'passage')}` : 'Save'}
      </Button>
    </footer>
  );
}

function describeTouched({ changed, lost }: Touched): string {
  const parts = [
    ...(lost > 0 ? [`${count(lost, 'coded passage')} would be lost`] : []),
    ...(changed > 0 ? [`${count(changed, 'coded passage')} would get other words`] : []),
  ];
  return parts.length === 0
    ? 'Enter: new line · Ctrl+Enter: split the turn · Backspace at its start: join with the one before'
    : parts.join(', ');
}

function saveNow(session: EditingSession): void {
  const { review } = useEditing.getState();
  void (review ? save(session, review) : reviewOrSave(session));
}

function hearKey(event: KeyboardEvent, session: EditingSession): void {
  if (event.altKey && event.code === 'KeyS') {
    event.preventDefault();
    chooseSpeaker();
  }
  const isCommand = event.ctrlKey || event.metaKey;
  if (!isCommand || event.shiftKey || event.altKey || event.key.toLowerCase() !== 's') return;
  event.preventDefault();
  if (!event.repeat) saveNow(session);
}
