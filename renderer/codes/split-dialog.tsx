import { Button, SegmentedControl, Text, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import { getStudyApi } from '../api.ts';
import { useShownCoders } from '../state/coders.ts';
import { useEvidence } from '../state/queries.ts';
import { count } from '../widgets/count.ts';
import { FullSheet } from '../widgets/full-sheet.tsx';
import { runAction } from '../widgets/run-action.ts';
import { titleOfCode } from './code-branches.ts';
import { useCodeDesk } from './code-desk.ts';
import { CodePicker, type PickedCode } from './code-picker.tsx';
import classes from './split-dialog.module.css';
import { SplitList } from './split-list.tsx';
import { toSplitRows } from './split-rows.ts';

type Props = {
  code: Code;
  codes: readonly Code[];
  onClose: () => void;
  onChoose: (codeId: number) => void;
};

/** All excerpts of a code, of which those that are ticked go to another code: moved there or copied, as one step. */
export function SplitDialog({ code, codes, onClose, onChoose }: Props) {
  const [filter, setFilter] = useState('');
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const [target, setTarget] = useState<PickedCode | null>(null);
  const [isCopy, setCopy] = useState(false);
  const shown = useShownCoders().ids;
  const { data, isPlaceholderData } = useEvidence({
    codeIds: [code.id],
    ...(shown ? { coderIds: [...shown] } : {}),
  });
  const codings = isPlaceholderData ? undefined : data;
  const rows = useMemo(() => toSplitRows(codings ?? [], filter), [codings, filter]);
  const others = useMemo(() => codes.filter(({ id }) => id !== code.id), [codes, code.id]);

  const tick = (codingIds: readonly number[], isTicked: boolean) =>
    setTicked((before) => {
      const after = new Set(before);
      for (const id of codingIds) isTicked ? after.add(id) : after.delete(id);
      return after;
    });
  const split = async () => {
    const to = toWish(target);
    if (!to || ticked.size === 0) return;
    const done = await runAction(() =>
      getStudyApi().code.split({ id: code.id, codingIds: [...ticked], to, isCopy }),
    );
    if (!done) return;
    onClose();
    onChoose(done.codeId);
    const { say, showInTree } = useCodeDesk.getState();
    say(`${count(ticked.size, 'coding')} ${isCopy ? 'copied' : 'moved'} to ${nameOf(target)}.`);
    showInTree(done.codeId);
  };

  return (
    <FullSheet
      opened
      onClose={onClose}
      title={`Split “${titleOfCode(code)}”`}
      closeLabel="Close without splitting"
    >
      <div className={classes.parts}>
        <div className={classes.left}>
          <div className={classes.tools}>
            <TextInput
              size="xs"
              className={classes.filter ?? ''}
              aria-label="Filter the excerpts"
              placeholder="Filter the excerpts by their words"
              value={filter}
              onChange={(event) => setFilter(event.currentTarget.value)}
            />
            <Button size="compact-sm" variant="default" onClick={() => tick(listIds(rows), true)}>
              Tick all listed
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => setTicked(new Set())}>
              Untick all
            </Button>
            <Text size="sm" role="status">
              {ticked.size} of {codings?.length ?? 0} ticked
            </Text>
          </div>
          {codings?.length === 0 ? (
            <p className={classes.nothing}>No excerpt has this code yet, so there is nothing to split.</p>
          ) : (
            <SplitList rows={rows} ticked={ticked} onTick={tick} />
          )}
        </div>
        <div className={classes.right}>
          <CodePicker
            label="Ticked excerpts go to"
            codes={others}
            allCodes={codes}
            picked={target}
            onPick={setTarget}
            onAccept={setTarget}
          />
          <SegmentedControl
            size="xs"
            aria-label="What happens to the ticked excerpts"
            data={[
              { value: 'move', label: 'Move there' },
              { value: 'copy', label: 'Copy: keep both codes' },
            ]}
            value={isCopy ? 'copy' : 'move'}
            onChange={(value) => setCopy(value === 'copy')}
          />
          <Button disabled={ticked.size === 0 || target === null} onClick={() => void split()}>
            {isCopy ? 'Copy' : 'Move'} {count(ticked.size, 'coding')} to {nameOf(target)}
          </Button>
          <Text size="xs" c="dimmed">
            Type a name that no code has yet to make a new one. Memos on a coding go with it when it moves,
            and stay with the first one when it is copied.
          </Text>
        </div>
      </div>
    </FullSheet>
  );
}

const listIds = (rows: ReturnType<typeof toSplitRows>) =>
  rows.flatMap((row) => (row.kind === 'coding' ? [row.coding.id] : []));

function toWish(target: PickedCode | null): { codeId: number } | { name: string } | undefined {
  if (target?.kind === 'code') return { codeId: target.code.id };
  return target?.kind === 'new' ? { name: target.name } : undefined;
}

function nameOf(target: PickedCode | null): string {
  if (target?.kind === 'code') return `“${titleOfCode(target.code)}”`;
  return target?.kind === 'new' ? `“${target.name}”` : 'another code';
}
