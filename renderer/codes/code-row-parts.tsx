import type { ItemInstance } from '@headless-tree/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { count } from '../widgets/count.ts';
import { type Branch, pathOfCode, titleOfCode } from './code-branches.ts';
import { CodeDot, Dot } from './code-dot.tsx';
import classes from './code-tree.module.css';
import type { Countable } from './counting.ts';

/** What a row tells besides its name. */
export type RowFacts = {
  /** Null where no number is shown. */
  number: number | null;
  what: Countable;
  withSubcodes: boolean;
  /** The digit key of a pinned code. */
  digit: number | undefined;
};

const nounOf = (what: Countable) => what.slice(0, -1);

/** What is read of a row is what is seen: id, name, count and digit key. */
export function describeRow(row: Branch, { number, what, digit }: RowFacts): string {
  const title = row.kind === 'code' ? titleOfCode(row.code) : row.name;
  const counted = number ? ` ${count(number, nounOf(what))}` : '';
  return `${title}${counted}${digit === undefined ? '' : `, key ${digit}`}`;
}

/** Opens and closes a branch; by keys the arrows do. */
export function RowToggle({ item }: { item: ItemInstance<Branch> }) {
  if (!item.isFolder()) return <span className={classes.chevron} aria-hidden="true" />;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={classes.chevron}
      aria-label={`${item.isExpanded() ? 'Close' : 'Open'} ${item.getItemName()}`}
      onClick={(event) => {
        event.stopPropagation();
        if (item.isExpanded()) item.collapse();
        else item.expand();
      }}
    >
      {item.isExpanded() ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}
    </button>
  );
}

export function RowMark({ row }: { row: Branch }) {
  if (row.kind === 'code') return <CodeDot code={row.code} />;
  return row.colour === null ? null : (
    <Dot colour={row.colour} kind={row.colour.includes('stage') ? 'precondition' : 'activity'} />
  );
}

export function RowName({ row }: { row: Branch }) {
  return (
    <span className={classes.name} title={row.kind === 'code' ? pathOfCode(row.code) : row.name}>
      {row.kind === 'code' && row.code.itemRef ? (
        <>
          <span className={classes.ref}>{row.code.itemRef}</span>{' '}
        </>
      ) : null}
      {row.name}
    </span>
  );
}

type CountProps = { row: Branch; facts: RowFacts; onShowEvidence: () => void };

export function RowCount({ row, facts: { number, what, withSubcodes }, onShowEvidence }: CountProps) {
  if (!number) return null;
  const beneath = withSubcodes ? ', with sub-codes' : row.kind === 'code' ? '' : ', added up';
  return (
    <button
      type="button"
      tabIndex={-1}
      className={classes.count}
      aria-label={`Evidence of ${row.name}: ${count(number, nounOf(what))}`}
      title={`${count(number, nounOf(what))}${beneath}: show the evidence`}
      onClick={(event) => {
        event.stopPropagation();
        onShowEvidence();
      }}
    >
      {number.toLocaleString('en')}
    </button>
  );
}
