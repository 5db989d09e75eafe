import type { ItemInstance, SelectionDataRef } from '@headless-tree/core';
import type { DragEvent, KeyboardEvent, MouseEvent } from 'react';
import type { Branch } from './code-branches.ts';
import type { DropZone } from './code-drop.ts';
import { describeRow, RowCount, type RowFacts, RowMark, RowName, RowToggle } from './code-row-parts.tsx';
import classes from './code-tree.module.css';

type Props = {
  item: ItemInstance<Branch>;
  /** Pixels from the top of the tree. */
  top: number;
  facts: RowFacts;
  isChosen: boolean;
  isSelected: boolean;
  /** Colour of the scheme item that an open code stands beneath. */
  guide: string | undefined;
  zone: DropZone | undefined;
  drop: {
    onDragStart: (event: DragEvent) => void;
    onDragEnd: () => void;
    onDragOver: (event: DragEvent) => void;
    onDragLeave: () => void;
    onDrop: (event: DragEvent) => void;
  };
  onChoose: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onMenu: (event: MouseEvent) => void;
  onShowEvidence: () => void;
};

/** One row of the code tree; a code can be dragged onto the text or within the tree, and selected words onto a code. */
export function CodeRow(props: Props) {
  const { item, top, facts, isChosen, isSelected, guide, zone, drop } = props;
  const row = item.getItemData();
  const { level } = item.getItemMeta();
  const indent = 6 + level * 16;
  return (
    <div
      {...item.getProps()}
      {...drop}
      role="treeitem"
      tabIndex={item.isFocused() ? 0 : -1}
      className={classes.row}
      style={{ transform: `translateY(${top}px)`, paddingInlineStart: indent }}
      data-chosen={isChosen || undefined}
      data-selected={isSelected || undefined}
      data-heading={row.kind === 'heading' || undefined}
      data-drop={zone}
      aria-selected={row.kind === 'code' && (isSelected || isChosen)}
      aria-label={describeRow(row, facts)}
      draggable={row.kind === 'code' && !item.isRenaming()}
      onClick={(event) => select(item, event, props.onChoose)}
      onContextMenu={props.onMenu}
      onFocus={() => item.isFocused() || item.setFocused()}
      onKeyDown={(event) => {
        if (event.target === event.currentTarget) props.onKeyDown(event);
      }}
    >
      {guide === undefined ? null : (
        <span className={classes.guide} style={{ insetInlineStart: indent - 10, background: guide }} />
      )}
      <RowToggle item={item} />
      <RowMark row={row} />
      {item.isRenaming() ? <RenameField item={item} /> : <RowName row={row} />}{' '}
      {facts.digit === undefined ? null : (
        <span className={classes.digit} aria-hidden="true" title={`Key ${facts.digit} in the code bar`}>
          {facts.digit}
        </span>
      )}
      <RowCount row={row} facts={facts} onShowEvidence={props.onShowEvidence} />
    </div>
  );
}

/** A click chooses a code or opens a heading; with Ctrl or Shift it adds to what is selected. */
function select(item: ItemInstance<Branch>, event: MouseEvent, onChoose: () => void): void {
  const tree = item.getTree();
  const isAdding = event.ctrlKey || event.metaKey;
  if (event.shiftKey) item.selectUpTo(isAdding);
  else if (isAdding) item.toggleSelect();
  else tree.setSelectedItems([item.getId()]);
  if (!event.shiftKey) tree.getDataRef<SelectionDataRef>().current.selectUpToAnchorId = item.getId();
  item.setFocused();
  if (event.shiftKey || isAdding) return;
  if (item.getItemData().kind === 'code') onChoose();
  else if (item.isExpanded()) item.collapse();
  else item.expand();
}

/** Leaving the field keeps the name; the tree would drop it, and take the focus back. */
function RenameField({ item }: { item: ItemInstance<Branch> }) {
  const tree = item.getTree();
  const { ref, value, onChange } = item.getRenameInputProps();
  return (
    <input
      ref={ref}
      value={value}
      onChange={onChange}
      className={classes.rename}
      aria-label="Name of the code"
      onBlur={() => {
        if (!tree.isRenamingItem()) return;
        tree.getConfig().onRename?.(item, tree.getRenamingValue());
        tree.applySubStateUpdate('renamingItem', null);
      }}
      onDoubleClick={(event) => event.stopPropagation()}
    />
  );
}
