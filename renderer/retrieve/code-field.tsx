import { TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import { titleOfCode } from '../codes/code-branches.ts';
import { CodeDot } from '../codes/code-dot.tsx';
import { findCodeByName, rankCodes } from '../codes/code-search.ts';
import { findNextPosition } from '../widgets/list-keys.ts';
import type { ChosenCode } from './card-actions.ts';
import classes from './choice-list.module.css';

type Props = {
  label: string;
  codes: readonly Code[];
  onChoose: (chosen: ChosenCode) => void;
  onLeave: () => void;
};

/** Rows beyond these are found by typing. */
const shownCodes = 40;

/** A code for an excerpt: type to search, Enter takes it, Escape leaves everything as it was. */
export function CodeField({ label, codes, onChoose, onLeave }: Props) {
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  const options = listOptions(codes, typed);
  const at = Math.min(active, options.length - 1);
  useEffect(() => {
    field.current?.focus();
    field.current?.closest('[data-code-field]')?.scrollIntoView({ block: 'nearest' });
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    // Not for the card beneath, nor for the panel.
    event.stopPropagation();
    const next = findNextPosition(event.key, { from: at, count: options.length });
    const option = options[at];
    if (event.key === 'Escape') onLeave();
    else if (event.key === 'Enter' && option) onChoose(option);
    else if (next !== undefined && event.key !== 'Home' && event.key !== 'End') {
      const position = Math.max(0, Math.min(options.length - 1, next));
      setActive(position);
      document.getElementById(`${listId}-${position}`)?.scrollIntoView({ block: 'nearest' });
    } else return;
    event.preventDefault();
  };
  return (
    <div className={classes.list} data-code-field>
      <TextInput
        ref={field}
        size="xs"
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={`${listId}-${at}`}
        placeholder={label}
        value={typed}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label={label} className={`${classes.options} ${classes.short}`}>
        {options.map((option, position) => (
          <button
            type="button"
            key={option.kind === 'code' ? option.code.id : 'new'}
            id={`${listId}-${position}`}
            role="option"
            tabIndex={-1}
            aria-selected={position === at}
            data-active={position === at || undefined}
            className={classes.option}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChoose(option)}
          >
            <OptionWords option={option} />
          </button>
        ))}
      </div>
    </div>
  );
}

function listOptions(codes: readonly Code[], typed: string): ChosenCode[] {
  const found = rankCodes(codes, typed)
    .slice(0, shownCodes)
    .map((code): ChosenCode => ({ kind: 'code', code }));
  const name = typed.trim();
  return name === '' || findCodeByName(codes, name) ? found : [...found, { kind: 'new', name }];
}

function OptionWords({ option }: { option: ChosenCode }) {
  if (option.kind === 'new') {
    return (
      <>
        <IconPlus size={12} aria-hidden />
        <span className={classes.name}>New code “{option.name}”</span>
      </>
    );
  }
  return (
    <>
      <CodeDot code={option.code} />
      <span className={classes.name}>{titleOfCode(option.code)}</span>
    </>
  );
}
