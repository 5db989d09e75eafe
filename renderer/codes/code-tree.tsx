import { ActionIcon, CloseButton, TextInput, Tooltip } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import type { Span } from '../../db/model/span.ts';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import { getStudyApi } from '../api.ts';
import { runAction } from '../widgets/run-action.ts';
import side from '../widgets/side-pane.module.css';
import { buildBranches } from './code-branches.ts';
import { CodeRow } from './code-row.tsx';
import classes from './code-tree.module.css';
import { NewCode } from './new-code.tsx';
import { useCodeTree } from './use-code-tree.ts';

type Props = {
  codes: readonly Code[];
  chosenId: number | null;
  onChoose: (codeId: number) => void;
  /** Puts the code on the passage, or on what is selected when none is given. False when nothing is selected. */
  onApply: (code: Code, passage?: Span) => boolean;
  onShowEvidence: (code: Code) => void;
  onDelete: (code: Code) => void;
};

const rowHeight = 26;

/** All codes: pipelines with activities, stages with preconditions, open codes. */
export function CodeTree({ codes, chosenId, onChoose, onApply, onShowEvidence, onDelete }: Props) {
  const [filter, setFilter] = useState('');
  const [isAdding, setIsAdding] = useState(false);
  const searched = useDeferredValue(filter);
  const branches = useMemo(() => buildBranches(codes, searched), [codes, searched]);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useRef<{ scrollToIndex: (index: number) => void }>(null);
  const tree = useCodeTree({
    branches,
    isFiltered: searched.trim() !== '',
    onRename: (id, name) => {
      const code = codes.find((candidate) => candidate.id === id);
      if (code) void runAction(() => getStudyApi().code.update({ ...pickFields(code), name }));
    },
    scrollTo: (index) => virtual.current?.scrollToIndex(index),
  });
  const items = tree.getItems();
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    getItemKey: (index) => items[index]?.getId() ?? index,
  });
  virtual.current = rows;

  return (
    <section className={side.pane} aria-label="Codes">
      <header className={side.header}>
        <h2 className={side.title}>Codes</h2>
        <Tooltip label="New open code">
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label="New open code"
            onClick={() => setIsAdding(true)}
          >
            <IconPlus size={16} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
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
      />
      {isAdding ? (
        <NewCode initialName={filter} onMade={onChoose} onClose={() => setIsAdding(false)} />
      ) : null}
      <div ref={scroller} className={classes.scroller}>
        <div
          {...tree.getContainerProps('Code tree')}
          className={classes.rows}
          style={{ height: rows.getTotalSize() }}
        >
          {rows.getVirtualItems().map(({ index, key, start }) => {
            const item = items[index];
            return item ? (
              <CodeRow
                key={key}
                item={item}
                top={start}
                chosenId={chosenId}
                onChoose={onChoose}
                onApply={onApply}
                onShowEvidence={onShowEvidence}
                onDelete={onDelete}
              />
            ) : null;
          })}
        </div>
        {items.length <= 1 && searched.trim() !== '' ? (
          <p className={classes.hint}>No code matches the filter.</p>
        ) : null}
      </div>
    </section>
  );
}

const pickFields = ({ id, name, definition, colour }: Code) => ({ id, name, definition, colour });
