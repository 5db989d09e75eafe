import { ActionIcon, Checkbox } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, type Ref, useState } from 'react';
import { findNextPosition } from '../widgets/list-keys.ts';
import styles from './asked-dialog.module.css';
import { type AskedGroup, countAsked, setItems } from './asked-groups.ts';

type Props = {
  ref: Ref<HTMLFieldSetElement>;
  groups: readonly AskedGroup[];
  /** What a search finds is shown whatever is folded. */
  isSearching: boolean;
  asked: ReadonlySet<string>;
  onChange: (ids: string[], isAsked: boolean) => void;
};

/** Groups of items with ticks. Up and down go through them, left and right fold a group, Space ticks. */
export function AskedList({ ref, groups, isSearching, asked, onChange }: Props) {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const fold = (id: string, isFolded: boolean) => setFolded(setItems(folded, [id], isFolded));
  return (
    <fieldset
      ref={ref}
      className={styles.list}
      aria-label="Items"
      onKeyDown={(event) => moveThrough(event, fold)}
    >
      {groups.length === 0 && <p className={styles.meaning}>Nothing is found.</p>}
      {groups.map((group) => (
        <GroupOfItems
          key={group.id}
          group={group}
          asked={asked}
          isFolded={!isSearching && folded.has(group.id)}
          onFold={(isFolded) => fold(group.id, isFolded)}
          onChange={onChange}
        />
      ))}
    </fieldset>
  );
}

type GroupProps = Pick<Props, 'asked' | 'onChange'> & {
  group: AskedGroup;
  isFolded: boolean;
  onFold: (isFolded: boolean) => void;
};

function GroupOfItems({ group, asked, isFolded, onFold, onChange }: GroupProps) {
  const { id, title, items } = group;
  const share = countAsked(group, asked);
  const count = items.filter((item) => asked.has(item.id)).length;
  return (
    <section aria-label={title}>
      <div className={styles.group}>
        <ActionIcon
          size="sm"
          tabIndex={-1}
          aria-expanded={!isFolded}
          aria-label={isFolded ? `Show ${title}` : `Fold ${title}`}
          onClick={() => onFold(!isFolded)}
        >
          {isFolded ? <IconChevronRight size={14} /> : <IconChevronDown size={14} />}
        </ActionIcon>
        <Checkbox
          size="xs"
          data-group={id}
          label={title}
          classNames={{ label: styles.groupLabel ?? '' }}
          checked={share === 'all'}
          indeterminate={share === 'some'}
          onChange={() =>
            onChange(
              items.map((item) => item.id),
              share !== 'all',
            )
          }
        />
        <span className={styles.count}>
          {count} of {items.length}
        </span>
      </div>
      {!isFolded && (
        <ul className={styles.items}>
          {items.map((item) => (
            <li key={item.id}>
              <Checkbox
                size="xs"
                data-group={id}
                label={
                  <>
                    <b>{item.id}</b> {item.name}
                  </>
                }
                checked={asked.has(item.id)}
                onChange={(event) => onChange([item.id], event.currentTarget.checked)}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function moveThrough(
  event: KeyboardEvent<HTMLFieldSetElement>,
  fold: (id: string, isFolded: boolean) => void,
): void {
  const { target, key } = event;
  if (!(target instanceof HTMLInputElement) || event.ctrlKey || event.metaKey || event.altKey) return;
  const boxes = [...event.currentTarget.querySelectorAll('input')];
  const group = target.dataset.group ?? '';
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    event.preventDefault();
    // The items of a group that is folded are gone; its own tick stays.
    boxes.find((box) => box.dataset.group === group)?.focus();
    fold(group, key === 'ArrowLeft');
    return;
  }
  const next = findNextPosition(key, { from: boxes.indexOf(target), count: boxes.length, page: 10 });
  if (next === undefined) return;
  event.preventDefault();
  boxes[Math.max(0, Math.min(boxes.length - 1, next))]?.focus();
}
