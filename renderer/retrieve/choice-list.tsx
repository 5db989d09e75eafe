import { TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { foldText } from '../codes/code-search.ts';
import { findNextPosition } from '../widgets/list-keys.ts';
import classes from './choice-list.module.css';

/** Something to choose: `hint` stands quietly beside it and is searched too. */
export type Choice = { value: string; label: string; hint?: string; mark?: ReactNode };

type Props = {
  label: string;
  choices: readonly Choice[];
  chosen: ReadonlySet<string>;
  onToggle: (value: string) => void;
  /** Finds choices for what is typed; without it, those that hold every word. */
  find?: (typed: string) => readonly Choice[];
};

/** Rows beyond these are found by typing. */
const shownChoices = 150;

/** A list of which any number can be chosen: type to search, arrow keys move, Enter chooses and takes back. */
export function ChoiceList({ label, choices, chosen, onToggle, find }: Props) {
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  // What was chosen when the list opened stands first, and stays where it is while one chooses.
  const [first] = useState(chosen);
  const listId = useId();
  const found = typed.trim() === '' ? sortFirst(choices, first) : (find ?? findWords(choices))(typed);
  const shown = found.slice(0, shownChoices);
  const at = Math.min(active, shown.length - 1);

  const onKeyDown = (event: KeyboardEvent) => {
    const next = findNextPosition(event.key, { from: at, count: shown.length, page: 8 });
    const isEditing = event.key === 'Home' || event.key === 'End';
    if (next !== undefined && !isEditing && !event.altKey) {
      event.preventDefault();
      const position = Math.max(0, Math.min(shown.length - 1, next));
      setActive(position);
      document.getElementById(`${listId}-${position}`)?.scrollIntoView({ block: 'nearest' });
    }
    const choice = shown[at];
    if (event.key === 'Enter' && choice) {
      event.preventDefault();
      onToggle(choice.value);
    }
  };
  return (
    <div className={classes.list}>
      <TextInput
        size="xs"
        role="combobox"
        aria-label={`Search: ${label}`}
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={at < 0 ? undefined : `${listId}-${at}`}
        placeholder="Search"
        data-autofocus
        value={typed}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-multiselectable aria-label={label} className={classes.options}>
        {shown.map((choice, position) => (
          <button
            type="button"
            key={choice.value}
            id={`${listId}-${position}`}
            role="option"
            tabIndex={-1}
            aria-selected={chosen.has(choice.value)}
            data-active={position === at || undefined}
            className={classes.option}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => {
              setActive(position);
              onToggle(choice.value);
            }}
          >
            <span className={classes.check} aria-hidden>
              {chosen.has(choice.value) && <IconCheck size={13} stroke={2.2} />}
            </span>
            {choice.mark}
            <span className={classes.name}>{choice.label}</span>
            {choice.hint && <span className={classes.hint}>{choice.hint}</span>}
          </button>
        ))}
      </div>
      {found.length === 0 && (
        <p className={classes.note}>
          {choices.length === 0 ? 'There is nothing to choose from yet.' : 'Nothing here has these words.'}
        </p>
      )}
      {found.length > shown.length && (
        <p className={classes.note}>
          {(found.length - shown.length).toLocaleString('en')} more: type to find them.
        </p>
      )}
    </div>
  );
}

function sortFirst(choices: readonly Choice[], first: ReadonlySet<string>): Choice[] {
  const isFirst = ({ value }: Choice) => first.has(value);
  return [...choices.filter(isFirst), ...choices.filter((choice) => !isFirst(choice))];
}

const findWords = (choices: readonly Choice[]) => (typed: string) => {
  const words = foldText(typed).split(' ').filter(Boolean);
  return choices.filter(({ label, hint = '' }) => {
    const text = foldText(`${label} ${hint}`);
    return words.every((word) => text.includes(word));
  });
};
