import { ActionIcon, Textarea } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Memo } from '../../electron/ipc/contract/transcripts.ts';
import { getStudyApi } from '../api.ts';
import { runAction } from '../widgets/run-action.ts';
import classes from './memos-list.module.css';
import { useReading } from './reading.ts';

/** The memos on the transcript and its passages, in the order of the text; each leads to its passage. */
export function MemosList({ memos }: { memos: readonly Memo[] }) {
  if (memos.length === 0)
    return (
      <p className={classes.hint}>
        No memo here yet. Comments of an imported file become memos on their passages.
      </p>
    );
  return (
    <ul className={classes.list} aria-label="Memos of this transcript">
      {memos.map((memo) => (
        <MemoItem key={memo.id} memo={memo} />
      ))}
    </ul>
  );
}

function MemoItem({ memo }: { memo: Memo }) {
  const { id, start, end, quote, author, writtenAt } = memo;
  const about = quote === null ? 'the transcript' : `“${shorten(quote)}”`;
  return (
    <li className={classes.item}>
      <header className={classes.head}>
        <span className={classes.author}>{author || 'No author'}</span>
        {writtenAt && <time dateTime={writtenAt}>{writtenAt.slice(0, 10)}</time>}
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
      <MemoText key={memo.text} memo={memo} about={about} />
    </li>
  );
}

/** Saved on leaving the field; Escape takes back what was typed. */
function MemoText({ memo, about }: { memo: Memo; about: string }) {
  const [text, setText] = useState(memo.text);
  const save = () => {
    const words = text.trim();
    if (words === memo.text) return;
    if (words === '') setText(memo.text);
    else void runAction(() => getStudyApi().memo.update({ id: memo.id, text: words }));
  };
  return (
    <Textarea
      size="sm"
      variant="unstyled"
      autosize
      minRows={1}
      maxRows={20}
      aria-label={`Memo on ${about}`}
      classNames={{ input: classes.text ?? '' }}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setText(memo.text);
      }}
    />
  );
}

function shorten(quote: string): string {
  return quote.length <= 40 ? quote : `${quote.slice(0, 40).toWellFormed()}…`;
}
