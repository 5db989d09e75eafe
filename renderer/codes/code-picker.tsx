import { TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { findNameOwner } from '../../db/model/code-name.ts';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import { findNextPosition } from '../widgets/list-keys.ts';
import { titleOfCode } from './code-branches.ts';
import { CodeDot } from './code-dot.tsx';
import classes from './code-picker.module.css';
import { rankCodes } from './code-search.ts';

/** What was chosen: a code, a new one of this name, or the top of the open codes. */
export type PickedCode = { kind: 'code'; code: Code } | { kind: 'new'; name: string } | { kind: 'top' };

type Props = {
  label: string;
  /** The codes that can be chosen. */
  codes: readonly Code[];
  /** All codes, whose names a new one must not have; without them no new code is offered. */
  allCodes?: readonly Code[];
  hasTop?: boolean;
  picked: PickedCode | null;
  onPick: (picked: PickedCode) => void;
  /** Called by Enter on an option that is picked already, and by a double click. */
  onAccept: (picked: PickedCode) => void;
};

/** More than anybody reads; the search narrows them. */
const shownAtMost = 200;

/** Finds a code by a few letters: arrows choose in the list while the field keeps the focus, Enter takes it. */
export function CodePicker({ label, codes, allCodes, hasTop = false, picked, onPick, onAccept }: Props) {
  const [query, setQuery] = useState('');
  const listId = useId();
  const options = useMemo(
    () => listOptions(codes, query, allCodes, hasTop),
    [codes, query, allCodes, hasTop],
  );
  const active = options.findIndex((option) => isSame(option, picked));
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Home' || event.key === 'End') return;
    if (event.key === 'Enter') {
      event.preventDefault();
      const option = options[active] ?? options[0];
      if (option) onAccept(option);
      return;
    }
    const next = findNextPosition(event.key, { from: active, count: options.length, page: 8 });
    if (next === undefined) return;
    event.preventDefault();
    const option = options[Math.max(0, Math.min(options.length - 1, next))];
    if (option) onPick(option);
  };

  return (
    <div>
      <TextInput
        size="sm"
        label={label}
        placeholder="Search codes"
        data-autofocus
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={active < 0 ? undefined : `${listId}-${active}`}
        leftSection={<IconSearch size={14} stroke={1.6} />}
        value={query}
        onChange={(event) => {
          const typed = event.currentTarget.value;
          setQuery(typed);
          const [first] = listOptions(codes, typed, allCodes, hasTop && typed === '');
          if (first) onPick(first);
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={listId} role="listbox" aria-label={label} className={classes.list}>
        {options.slice(0, shownAtMost).map((option, index) => (
          // Keys are those of the field, which keeps the focus.
          <div
            key={keyOf(option)}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={classes.option}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPick(option)}
            onKeyDown={() => {}}
            onDoubleClick={() => onAccept(option)}
          >
            <OptionWords option={option} />
          </div>
        ))}
      </div>
      <p className={classes.more} role="status">
        {describeRest(options.length)}
      </p>
    </div>
  );
}

function describeRest(found: number): string {
  if (found === 0) return 'No code is found.';
  return found > shownAtMost ? `${found - shownAtMost} more; type to find them.` : '';
}

function listOptions(
  codes: readonly Code[],
  query: string,
  allCodes: readonly Code[] | undefined,
  hasTop: boolean,
): PickedCode[] {
  const typed = query.trim();
  const found = rankCodes(codes, typed).map((code): PickedCode => ({ kind: 'code', code }));
  const isNew = allCodes !== undefined && typed !== '' && !findNameOwner(allCodes, typed);
  return [
    ...(hasTop && typed === '' ? [{ kind: 'top' } as const] : []),
    ...found,
    ...(isNew ? [{ kind: 'new', name: typed } as const] : []),
  ];
}

function isSame(option: PickedCode, picked: PickedCode | null): boolean {
  return picked !== null && keyOf(option) === keyOf(picked);
}

function keyOf(option: PickedCode): string {
  if (option.kind === 'code') return `code:${option.code.id}`;
  return option.kind === 'new' ? `new:${option.name}` : 'top';
}

function OptionWords({ option }: { option: PickedCode }): ReactNode {
  if (option.kind === 'top') return <span className={classes.name}>Open codes, at the top</span>;
  if (option.kind === 'new') {
    return (
      <>
        <IconPlus size={14} aria-hidden="true" />
        <span className={classes.name}>New code “{option.name}”</span>
      </>
    );
  }
  const { code } = option;
  return (
    <>
      <CodeDot code={code} />
      <span className={classes.name}>{titleOfCode(code)}</span>
      <span className={classes.trail}>{code.trail.join(' › ')}</span>
    </>
  );
}
