import type { ItemInstance } from '@headless-tree/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import type { Span } from '../../db/model/span.ts';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import { type Branch, titleOfCode } from './code-branches.ts';
import { CodeDot, Dot } from './code-dot.tsx';
import { findPassageOf, passageDragType, putCode } from './code-drag.ts';
import classes from './code-tree.module.css';

type Props = {
  item: ItemInstance<Branch>;
  /** Pixels from the top of the tree. */
  top: number;
  chosenId: number | null;
  onChoose: (codeId: number) => void;
  onApply: (code: Code, passage?: Span) => boolean;
  onShowEvidence: (code: Code) => void;
  onDelete: (code: Code) => void;
};

/** One row of the code tree; a code can be dragged onto the text, and a selected passage onto a code. */
export function CodeRow({ item, top, chosenId, onChoose, onApply, onShowEvidence, onDelete }: Props) {
  const [isDropTarget, setIsDropTarget] = useState(false);
  const row = item.getItemData();
  const code = row.kind === 'code' ? row.code : undefined;
  const level = item.getItemMeta().level;
  const { onClick } = item.getProps();

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (!code) return void (item.isExpanded() ? item.collapse() : item.expand());
      if (event.key === ' ' || !onApply(code)) onChoose(code.id);
    }
    if (event.key === 'Delete' && code?.kind === 'open') onDelete(code);
  };

  return (
    <div
      {...item.getProps()}
      role="treeitem"
      tabIndex={item.isFocused() ? 0 : -1}
      className={classes.row}
      style={{ transform: `translateY(${top}px)`, paddingInlineStart: 6 + level * 16 }}
      data-chosen={(code && code.id === chosenId) || undefined}
      data-heading={row.kind === 'heading' || undefined}
      data-drop={isDropTarget || undefined}
      aria-selected={code !== undefined && code.id === chosenId}
      aria-label={nameOfRow(row)}
      draggable={code !== undefined && !item.isRenaming()}
      onClick={(event) => {
        onClick(event);
        if (code) onChoose(code.id);
      }}
      onFocus={() => item.isFocused() || item.setFocused()}
      onKeyDown={onKeyDown}
      onDragStart={(event) => code && putCode(event.dataTransfer, code.id)}
      onDragOver={(event) => {
        if (!code || !event.dataTransfer.types.includes(passageDragType)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setIsDropTarget(true);
      }}
      onDragLeave={() => setIsDropTarget(false)}
      onDrop={(event) => {
        setIsDropTarget(false);
        const passage = findPassageOf(event.dataTransfer);
        if (!code || !passage) return;
        event.preventDefault();
        onApply(code, passage);
      }}
    >
      <span className={classes.chevron} aria-hidden="true">
        {item.isFolder() &&
          (item.isExpanded() ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />)}
      </span>
      <RowMark row={row} />
      {item.isRenaming() ? (
        <input className={classes.rename} aria-label="Name of the code" {...item.getRenameInputProps()} />
      ) : (
        <RowName row={row} />
      )}{' '}
      <RowCount row={row} onShowEvidence={onShowEvidence} />
    </div>
  );
}

/** What is read of a row is what is seen: id, name and count. */
function nameOfRow(row: Branch): string {
  const count = row.kind === 'code' ? row.code.codings : row.codings;
  const title = row.kind === 'code' ? titleOfCode(row.code) : row.name;
  return count > 0 ? `${title} ${count}` : title;
}

function RowMark({ row }: { row: Branch }) {
  if (row.kind === 'code') return <CodeDot code={row.code} />;
  return row.colour === null ? null : (
    <Dot colour={row.colour} kind={row.colour.includes('stage') ? 'precondition' : 'activity'} />
  );
}

function RowName({ row }: { row: Branch }) {
  return (
    <span className={classes.name} title={row.name}>
      {row.kind === 'code' && row.code.itemRef ? (
        <>
          <span className={classes.ref}>{row.code.itemRef}</span>{' '}
        </>
      ) : null}
      {row.name}
    </span>
  );
}

function RowCount({ row, onShowEvidence }: { row: Branch; onShowEvidence: (code: Code) => void }) {
  if (row.kind !== 'code')
    return row.codings > 0 ? (
      <span className={classes.sum} aria-hidden="true">
        {row.codings}
      </span>
    ) : null;
  const { code } = row;
  if (code.codings === 0) return null;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={classes.count}
      aria-label={`Evidence of ${code.name}: ${code.codings}`}
      title={`${code.codings} codings in ${code.transcripts} transcripts, by ${code.persons} persons`}
      onClick={(event) => {
        event.stopPropagation();
        onShowEvidence(code);
      }}
    >
      {code.codings}
    </button>
  );
}
