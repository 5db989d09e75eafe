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
import { CodeRows, type RowsHandle } from './code-rows.tsx';
import { CountMenu } from './count-menu.tsx';
import { NewCode } from './new-code.tsx';
import { TreeMenu } from './tree-menu.tsx';

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
  const rows = useRef<RowsHandle>(null);
  const [isLeaving, setLeaving] = useState(false);
  // The rows follow the filter a little later; the focus must not go to one that is about to leave.
  useEffect(() => {
    if (!isLeaving || filter !== searched) return;
    setLeaving(false);
    rows.current?.focusFirst();
  }, [isLeaving, filter, searched]);
  useFilterLeft(branches, setFilter);

  return (
    <section className={side.pane} aria-label="Codes">
      <header className={side.header}>
        <h2 className={side.title}>Codes</h2>
        <div>
          <TreeMenu
            codes={codes}
            onOpenAll={() => rows.current?.openAll()}
            onCloseAll={() => rows.current?.closeAll()}
          />
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
      <FilterField filter={filter} onFilter={setFilter} onLeave={() => setLeaving(true)} />
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
      <CodeRows {...props} branches={branches} isFiltered={searched.trim() !== ''} ref={rows} />
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      <CodeDialogs codes={codes} onChoose={onChoose} />
    </section>
  );
}

type FilterProps = { filter: string; onFilter: (filter: string) => void; onLeave: () => void };

/** Narrows the tree; ArrowDown leads into it. */
function FilterField({ filter, onFilter, onLeave }: FilterProps) {
  return (
    <TextInput
      size="xs"
      aria-label="Filter codes"
      placeholder="Filter codes"
      leftSection={<IconSearch size={14} stroke={1.6} />}
      rightSection={
        filter && <CloseButton size="xs" aria-label="Clear filter" onClick={() => onFilter('')} />
      }
      value={filter}
      onChange={(event) => onFilter(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onFilter('');
        if (event.key !== 'ArrowDown') return;
        event.preventDefault();
        onLeave();
      }}
    />
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
