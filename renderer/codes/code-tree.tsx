import { ActionIcon, CloseButton, TextInput, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { Span } from '../../db/model/span.ts';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import side from '../widgets/side-pane.module.css';
import { ClashNotice } from './clash-notice.tsx';
import { buildBranches, toCodeRowId } from './code-branches.ts';
import { useCodeDesk } from './code-desk.ts';
import { CodeDialogs } from './code-dialogs.tsx';
import { CodeRows } from './code-rows.tsx';
import { CountMenu } from './count-menu.tsx';
import { NewCode } from './new-code.tsx';

type Props = {
  codes: readonly Code[];
  chosenId: number | null;
  /** The digit keys of the pinned codes. */
  digits: ReadonlyMap<number, number>;
  onChoose: (codeId: number) => void;
  /** Puts the code on the passage, or on what is selected when none is given. False when nothing is selected. */
  onApply: (code: Code, passage?: Span) => boolean;
  onTogglePin: (codeId: number) => void;
};

/** All codes: pipelines with activities, stages with preconditions, open codes; and what can be done to them. */
export function CodeTree(props: Props) {
  const { codes, onChoose } = props;
  const [filter, setFilter] = useState('');
  const searched = useDeferredValue(filter);
  const branches = useMemo(() => buildBranches(codes, searched), [codes, searched]);
  const adding = useCodeDesk((desk) => desk.adding);
  const said = useCodeDesk((desk) => desk.said);
  const { startAdding, stopAdding, forgetClash } = useCodeDesk.getState();
  const focusRows = useRef<() => void>(() => {});
  const [isLeaving, setLeaving] = useState(false);
  // The rows follow the filter a little later; the focus must not go to one that is about to leave.
  useEffect(() => {
    if (!isLeaving || filter !== searched) return;
    setLeaving(false);
    focusRows.current();
  }, [isLeaving, filter, searched]);
  useFilterLeft(branches, setFilter);

  return (
    <section className={side.pane} aria-label="Codes">
      <header className={side.header}>
        <h2 className={side.title}>Codes</h2>
        <div>
          <CountMenu />
          <Tooltip label="New open code">
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label="New open code"
              onClick={() => startAdding(null)}
            >
              <IconPlus size={16} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        </div>
      </header>
      <TextInput
        size="xs"
        aria-label="Filter codes"
        placeholder="Filter codes"
        leftSection={<IconSearch size={14} stroke={1.6} />}
        rightSection={
          filter && <CloseButton size="xs" aria-label="Clear filter" onClick={() => setFilter('')} />
        }
        value={filter}
        onChange={(event) => setFilter(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setFilter('');
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setLeaving(true);
        }}
      />
      {adding ? (
        <NewCode
          key={adding.parentId}
          codes={codes}
          parentId={adding.parentId}
          initialName={filter}
          onMade={onChoose}
          onClose={() => {
            stopAdding();
            forgetClash();
          }}
        />
      ) : null}
      <ClashNotice codes={codes} onChoose={onChoose} />
      <CodeRows {...props} branches={branches} isFiltered={searched.trim() !== ''} focusRows={focusRows} />
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      <CodeDialogs codes={codes} onChoose={onChoose} />
    </section>
  );
}

/** A code that is wanted in the tree is not to stay behind a filter that leaves it out. */
function useFilterLeft(branches: ReadonlyMap<string, unknown>, setFilter: (filter: string) => void): void {
  const wanted = useCodeDesk((desk) => desk.wanted);
  const latest = useRef(branches);
  latest.current = branches;
  useEffect(() => {
    if (wanted && !latest.current.has(toCodeRowId(wanted.codeId))) setFilter('');
  }, [wanted, setFilter]);
}
