import { ActionIcon, NativeSelect } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { type RefObject, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { type MemoTarget, memoKinds } from '../../db/model/memo.ts';
import { fromPlainText } from '../../db/model/memo-document.ts';
import type { LinkedExcerpt, Memo } from '../../electron/ipc/contract/memos.ts';
import { getStudyApi } from '../api.ts';
import { useOneMemo } from '../state/memo-queries.ts';
import { authorOfMemo } from '../widgets/memo-words.ts';
import { formatMoment } from '../widgets/moment.ts';
import { runAction } from '../widgets/run-action.ts';
import classes from './memo-sheet.module.css';
import { MemoText, type MemoTextHandle } from './memo-text.tsx';
import type { MemoWays } from './memo-ways.ts';
import { type MemoContent, MemoWriter, type SavingState } from './memo-writer.ts';

export type MemoSheetHandle = { focus(): void };

type Props = {
  handle?: React.Ref<MemoSheetHandle> | undefined;
  /** Null for one that is to be begun. */
  memoId: number | null;
  target: MemoTarget;
  /** What it is on, in words. */
  about: string;
  ways: MemoWays;
  isFocused: boolean;
  onCreated?: (id: number) => void;
  /** Escape in the text. */
  onLeave: () => void;
};

const nothing: MemoContent = { title: '', kind: 'note', document: fromPlainText('') };

/** One memo, edited in place and saved while it is written. Give it a key that stays when a new memo gets its id. */
export function MemoSheet(props: Props) {
  const { data, isError } = useOneMemo(props.memoId);
  const [isNew] = useState(props.memoId === null);
  const memo = data && data.id === props.memoId ? data : undefined;
  if (isError)
    return (
      <p className={classes.gone}>This memo does not exist any more. Undo brings back what was deleted.</p>
    );
  if (!isNew && !memo) return null;
  return <Sheet {...props} memo={memo} />;
}

const noLinks: readonly LinkedExcerpt[] = [];

const toContent = ({ title, kind, document, text }: Memo): MemoContent => ({
  title,
  kind,
  document: document ?? fromPlainText(text),
});

function Sheet({
  handle,
  memo,
  memoId,
  target,
  about,
  ways,
  isFocused,
  onCreated,
  onLeave,
}: Props & { memo: Memo | undefined }) {
  const [start] = useState(() => (memo ? toContent(memo) : nothing));
  const [shown, setShown] = useState({ title: start.title, kind: start.kind });
  const [state, setState] = useState<SavingState>(memo ? 'saved' : 'new');
  const latest = useRef(onCreated);
  latest.current = onCreated;
  const [writer] = useState(
    () =>
      new MemoWriter(memoId, target, start, { onState: setState, onCreated: (id) => latest.current?.(id) }),
  );
  const text = useRef<MemoTextHandle>(null);
  useImperativeHandle(handle, () => ({ focus: () => text.current?.focus() }));
  useEffect(() => {
    if (isFocused) text.current?.focus();
  }, [isFocused]);
  // Going elsewhere takes the fields away without a blur; what was typed is saved nevertheless.
  useEffect(() => () => writer.save(), [writer]);
  useForeignChanges(memo, writer, text, setShown);

  return (
    <div className={classes.sheet}>
      <input
        className={classes.title}
        aria-label="Title of the memo"
        placeholder="Title"
        maxLength={300}
        value={shown.title}
        onChange={({ currentTarget: { value: title } }) => {
          setShown({ ...shown, title });
          writer.type({ title });
        }}
        onBlur={() => writer.save()}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          text.current?.focus();
        }}
      />
      <div className={classes.line}>
        <NativeSelect
          size="xs"
          aria-label="Kind of memo"
          data={[...memoKinds]}
          value={shown.kind}
          onChange={({ currentTarget: { value } }) => {
            const kind = memoKinds.find((one) => one === value) ?? 'note';
            setShown({ ...shown, kind });
            writer.type({ kind });
            writer.save();
          }}
        />
        <Byline memo={memo} />
        <span className={classes.state} role="status">
          {words[state]}
        </span>
        {memo && <DeleteMemo id={memo.id} about={about} onLeave={onLeave} />}
      </div>
      <MemoText
        handle={text}
        document={start.document}
        label={`Memo on ${about}`}
        linked={memo?.linked ?? noLinks}
        getSelectedCoding={ways.getSelectedCoding}
        onType={(document) => writer.type({ document })}
        onBlur={() => writer.save()}
        onLeave={onLeave}
      />
    </div>
  );
}

/** Nothing is said while somebody types: only that it is saved, or that it could not be. */
const words: Record<SavingState, string> = { new: '', saved: 'Saved', typing: '', failed: 'Not saved' };

function Byline({ memo }: { memo: Memo | undefined }) {
  if (!memo) return null;
  const { writtenAt, changedAt } = memo;
  const moment = changedAt ?? writtenAt;
  const isChanged = changedAt !== null && writtenAt !== null && changedAt !== writtenAt;
  return (
    <span className={classes.byline} title={writtenAt ? `Written ${formatMoment(writtenAt)}` : undefined}>
      <b>{authorOfMemo(memo)}</b>
      {moment && ` · ${isChanged ? 'changed ' : ''}${formatMoment(moment)}`}
    </span>
  );
}

/** The focus leaves before the button goes, which would take it along. */
function DeleteMemo({ id, about, onLeave }: { id: number; about: string; onLeave: () => void }) {
  return (
    <ActionIcon
      size="sm"
      className={classes.delete ?? ''}
      aria-label={`Delete memo on ${about}`}
      title="Delete memo (undo brings it back)"
      onClick={() => {
        onLeave();
        void runAction(() => getStudyApi().memo.delete({ id }));
      }}
    >
      <IconTrash size={15} stroke={1.6} aria-hidden />
    </ActionIcon>
  );
}

/** Shows what undo, or somebody else, made of the memo; what is being typed is never taken away. */
function useForeignChanges(
  memo: Memo | undefined,
  writer: MemoWriter,
  text: RefObject<MemoTextHandle | null>,
  setShown: (shown: { title: string; kind: MemoContent['kind'] }) => void,
): void {
  useEffect(() => {
    if (!memo || !writer.isChangedElsewhere(toContent(memo))) return;
    const look = async () => {
      // The answer at hand may be older than the last save; this one comes after every save before it.
      const now = await getStudyApi().memo.get({ id: memo.id });
      const content = toContent(now);
      if (!writer.isChangedElsewhere(content)) return;
      writer.adopt(content);
      setShown(content);
      text.current?.show(content.document);
    };
    look().catch(() => {
      // The memo is gone; whoever shows it hears so too.
    });
  }, [memo, writer, text, setShown]);
}
