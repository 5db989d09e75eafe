import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { MemoTarget } from '../../db/model/memo.ts';
import type { MemoRow } from '../../electron/ipc/contract/memos.ts';
import type { Transcript } from '../../electron/ipc/contract/transcripts.ts';
import { getStudyApi } from '../api.ts';
import { useDesk } from '../state/desk.ts';
import { MemoKindMark } from '../widgets/memo-kind-mark.tsx';
import { authorOfMemo } from '../widgets/memo-words.ts';
import { runAction } from '../widgets/run-action.ts';
import classes from './memos-list.module.css';
import { useReading } from './reading.ts';

type Props = { transcript: Transcript; memos: readonly MemoRow[] };

/** The memos on the transcript, its passages and codings, in the order of the text; each leads to its passage. */
export function MemosList({ transcript, memos }: Props) {
  return (
    <>
      <NewMemos transcriptId={transcript.id} />
      {memos.length === 0 ? (
        <p className={classes.hint}>
          No memo here yet. Comments of an imported file become memos on their passages.
        </p>
      ) : (
        <ul className={classes.list} aria-label="Memos of this transcript">
          {memos.map((memo) => (
            <MemoItem key={memo.id} memo={memo} />
          ))}
        </ul>
      )}
    </>
  );
}

function NewMemos({ transcriptId }: { transcriptId: number }) {
  const passage = useReading((reading) => reading.passage);
  const showMemos = useDesk((desk) => desk.showMemos);
  const target: MemoTarget = passage
    ? { on: 'passage', transcriptId, start: passage.start, end: passage.end }
    : { on: 'transcript', id: transcriptId };
  return (
    <Button
      className={classes.new ?? ''}
      size="compact-xs"
      variant="default"
      leftSection={<IconPlus size={14} aria-hidden />}
      // Pressing the mouse must not take the selection out of the text.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => showMemos(target)}
    >
      {passage ? 'Memo on the selected words' : 'Memo on the transcript'}
    </Button>
  );
}

function MemoItem({ memo }: { memo: MemoRow }) {
  const { id, on, targetId, start, end, quote, title, preview, kind, writtenAt } = memo;
  const about = quote === null ? 'the transcript' : `“${shorten(quote)}”`;
  const showMemos = useDesk((desk) => desk.showMemos);
  return (
    <li className={classes.item}>
      <header className={classes.head}>
        <span className={classes.author}>{authorOfMemo(memo)}</span>
        {writtenAt && <time dateTime={writtenAt}>{writtenAt.slice(0, 10)}</time>}
        {kind !== 'note' && <MemoKindMark kind={kind} />}
        <ActionIcon
          className={classes.delete}
          size="sm"
          variant="subtle"
          aria-label={`Delete memo on ${about}`}
          title="Delete memo"
          onClick={() => void runAction(() => getStudyApi().memo.delete({ id }))}
        >
          <IconTrash size={14} stroke={1.6} />
        </ActionIcon>
      </header>
      {start !== null && end !== null && quote !== null && (
        <button
          type="button"
          className={classes.quote}
          title="Show the passage"
          onClick={() => {
            const { reveal, setFlash } = useReading.getState();
            reveal({ start, end });
            setFlash({ start, end });
          }}
        >
          {quote}
        </button>
      )}
      <button
        type="button"
        className={classes.text}
        title="Read and change the memo"
        onClick={() => on !== 'study' && targetId !== null && showMemos({ on, id: targetId }, id)}
      >
        {title !== '' && <b className={classes.title}>{title}</b>}
        <span className={classes.words} dir="auto">
          {preview === '' && title === '' ? 'Without words' : preview}
        </span>
      </button>
    </li>
  );
}

function shorten(quote: string): string {
  return quote.length <= 40 ? quote : `${quote.slice(0, 40).toWellFormed()}…`;
}
