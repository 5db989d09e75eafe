import type { ItemInstance } from '@headless-tree/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useImperativeHandle, useMemo, useRef, useState } from 'react';
import type { Span } from '../../db/model/span.ts';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import { moveCodes, renameCode, showEvidenceOf } from './code-actions.ts';
import { type Branch, listGuides } from './code-branches.ts';
import { CodeMenu, type OpenMenu } from './code-menu.tsx';
import { CodeRow } from './code-row.tsx';
import classes from './code-tree.module.css';
import { type CountReader, useCounting, useShownCounts } from './counting.ts';
import { type CodeCommands, listMeant, useCodeCommands } from './use-code-commands.ts';
import { listFolders, useCodeTree } from './use-code-tree.ts';
import { useRowDrop } from './use-row-drop.ts';

type Props = {
  codes: readonly Code[];
  branches: ReadonlyMap<string, Branch>;
  isFiltered: boolean;
  chosenId: number | null;
  digits: ReadonlyMap<number, number>;
  onChoose: (codeId: number) => void;
  onApply: (code: Code, passage?: Span) => boolean;
  onTogglePin: (codeId: number) => void;
  ref: RefObject<RowsHandle | null>;
};

/** What may be asked of the rows from outside. */
export type RowsHandle = { focusFirst(): void; openAll(): void; closeAll(): void };

const rowHeight = 26;

/** The rows of the code tree, of which only those in sight are there. */
export function CodeRows(props: Props) {
  const { codes, branches, isFiltered, chosenId, digits, onChoose, onApply } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useRef<{ scrollToIndex: (index: number) => void }>(null);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const counts = useShownCounts();
  const guides = useMemo(() => listGuides(codes), [codes]);
  const tree = useCodeTree({
    codes,
    branches,
    isFiltered,
    onRename: (id, name) => renameCode(codes, id, name),
    scrollTo: (index) => virtual.current?.scrollToIndex(index),
  });
  const commands = useCodeCommands({ ...props, tree });
  const drop = useRowDrop({
    codes,
    listDragged: (codeId) => {
      const item = tree.getItems().find((each) => idOf(each.getItemData()) === codeId);
      return item ? listMeant(item).map(({ id }) => id) : [codeId];
    },
    onMove: (ids, place) => void moveCodes(codes, ids, place),
    onPassage: onApply,
    onOpen: (rowId) => tree.getItemInstance(rowId).expand(),
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
  useImperativeHandle(props.ref, () => ({
    focusFirst: () => {
      const first = tree.getItems().find((item) => item.getItemData().kind === 'code') ?? tree.getItems()[0];
      first?.setFocused();
      tree.updateDomFocus();
    },
    openAll: () => tree.applySubStateUpdate('expandedItems', listFolders(branches)),
    closeAll: () => tree.applySubStateUpdate('expandedItems', []),
  }));
  const shared = { codes, counts, guides, drop, commands, setMenu, chosenId, digits, onChoose };

  return (
    <div ref={scroller} className={classes.scroller}>
      <div
        {...tree.getContainerProps('Code tree')}
        role="tree"
        aria-multiselectable="true"
        className={classes.rows}
        style={{ height: rows.getTotalSize() }}
      >
        {rows.getVirtualItems().map(({ index, key, start }) => {
          const item = items[index];
          return item ? <TreeRow key={key} item={item} top={start} shared={shared} /> : null;
        })}
      </div>
      {items.length <= 1 && isFiltered ? <p className={classes.hint}>No code matches the filter.</p> : null}
      {menu ? (
        <CodeMenu
          menu={menu}
          commands={commands}
          isPinned={(codeId) => digits.has(codeId)}
          onClose={(isDone) => {
            setMenu(null);
            if (!isDone) tree.updateDomFocus();
          }}
        />
      ) : null}
    </div>
  );
}

type Shared = Pick<Props, 'codes' | 'chosenId' | 'digits' | 'onChoose'> & {
  counts: CountReader;
  guides: ReadonlyMap<number, string>;
  drop: ReturnType<typeof useRowDrop>;
  commands: CodeCommands;
  setMenu: (menu: OpenMenu) => void;
};

/** A row with what the tree knows of it. */
function TreeRow({ item, top, shared }: { item: ItemInstance<Branch>; top: number; shared: Shared }) {
  const { codes, counts, guides, drop, commands, setMenu, chosenId, digits, onChoose } = shared;
  const { what, withSubcodes } = useCounting();
  const rowId = item.getId();
  const row = item.getItemData();
  const codeId = idOf(row);
  const openMenu = (x: number, y: number) => {
    item.setFocused();
    if (hasMenu(row)) setMenu({ item, x, y });
  };
  return (
    <CodeRow
      item={item}
      top={top}
      facts={{ number: counts.ofRow(row, what), what, withSubcodes, digit: digits.get(codeId) }}
      isChosen={codeId === chosenId}
      isSelected={item.isSelected()}
      guide={guides.get(codeId)}
      zone={drop.mark?.rowId === rowId ? drop.mark.zone : undefined}
      drop={drop.propsOf({ rowId, row, isExpanded: item.isExpanded() })}
      onChoose={() => onChoose(codeId)}
      onKeyDown={(event) => {
        if (!isMenuKey(event)) return commands.onKeyDown(event, item);
        event.preventDefault();
        event.stopPropagation();
        const { left, bottom } = event.currentTarget.getBoundingClientRect();
        openMenu(left + 24, bottom);
      }}
      onMenu={(event) => {
        event.preventDefault();
        openMenu(event.clientX, event.clientY);
      }}
      onShowEvidence={() => showRowEvidence(codes, row, withSubcodes)}
    />
  );
}

const idOf = (row: Branch) => (row.kind === 'code' ? row.code.id : 0);

const hasMenu = (row: Branch) => row.kind === 'code' || (row.kind === 'heading' && row.countKey === 'open');

const isMenuKey = ({ key, shiftKey }: KeyboardEvent) => key === 'ContextMenu' || (shiftKey && key === 'F10');

/** The excerpts behind the number of a row. */
function showRowEvidence(codes: readonly Code[], row: Branch, withSubcodes: boolean): void {
  if (row.kind === 'code') showEvidenceOf(codes, [row.code], withSubcodes);
  else showEvidenceOf(codes, row.members, withSubcodes, row.name);
}
