import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import { rankCodes } from '../codes/code-search.ts';
import type { BarOption } from './bar-options.ts';
import { CodeOptions, idOfOption } from './code-options.tsx';
import classes from './codings-list.module.css';

type Props = { label: string; codes: readonly Code[]; onChoose: (code: Code) => void; onCancel: () => void };

/** Rows beyond these are found by typing. */
const shownOptions = 60;

/** Chooses one of the codes there are: search as you type, Enter takes it, Esc leaves. */
export function CodeChooser({ label, codes, onChoose, onCancel }: Props) {
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const listId = useId();
  const options = useMemo(() => rankCodes(codes, query).slice(0, shownOptions).map(toOption), [codes, query]);
  const activeOption = options[Math.min(active, options.length - 1)];
  const choose = (option: BarOption | undefined) => {
    if (option?.kind === 'code') onChoose(option.code);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Escape') onCancel();
    else if (event.key === 'Enter') choose(activeOption);
    else if (step !== 0) setActive((at) => Math.min(Math.max(at + step, 0), Math.max(options.length - 1, 0)));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={classes.chooser}>
      <TextInput
        ref={focusOnce}
        size="xs"
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={activeOption ? idOfOption(listId, activeOption) : undefined}
        placeholder={label}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <CodeOptions id={listId} options={options} active={activeOption} onChoose={choose} />
    </div>
  );
}

const focusOnce = (field: HTMLInputElement | null) => field?.focus();

const toOption = (code: Code): BarOption => ({ kind: 'code', code, digit: null, isLast: false });
