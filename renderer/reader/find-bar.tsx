import { ActionIcon, Checkbox, TextInput, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useFind } from './find.ts';
import classes from './find-bar.module.css';
import { type Searched, useHits } from './use-hits.ts';
import { selectOnPage } from './use-selection.ts';

/** Finds words in the transcript that is open. */
export function FindBar(searched: Searched) {
  const isOpen = useFind((find) => find.isOpen);
  return isOpen ? <OpenFindBar {...searched} /> : null;
}

function OpenFindBar(searched: Searched) {
  const { map } = searched;
  const { words, isCaseMatched, isWholeWord, seek, close } = useFind();
  const { hits, at, hit, go } = useHits(searched);
  const field = useFocus();
  useNextKey(go);

  const leave = () => {
    close();
    map.root.focus({ preventScroll: true });
    // What was found is selected, so that it can be coded at once.
    if (hit) selectOnPage(map, hit);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') leave();
    else go(event.shiftKey ? -1 : 1);
  };

  return (
    <search className={classes.bar} aria-label="Find in transcript" onKeyDown={onKeyDown}>
      <TextInput
        ref={field}
        size="xs"
        className={classes.field ?? ''}
        aria-label="Find in transcript"
        placeholder="Find in transcript"
        value={words}
        onChange={(event) => seek({ words: event.currentTarget.value })}
      />
      <span role="status" className={classes.count}>
        {describeHits(words, hits.length, at)}
      </span>
      <Step
        label="Previous (Shift+Enter)"
        name="Previous"
        isUsable={hits.length > 0}
        onClick={() => go(-1)}
      />
      <Step label="Next (Enter)" name="Next" isUsable={hits.length > 0} onClick={() => go(1)} />
      <Checkbox
        size="xs"
        label="Whole word"
        checked={isWholeWord}
        onChange={(event) => seek({ isWholeWord: event.currentTarget.checked })}
      />
      <Checkbox
        size="xs"
        label="Match case"
        checked={isCaseMatched}
        onChange={(event) => seek({ isCaseMatched: event.currentTarget.checked })}
      />
      <ActionIcon size="sm" className={classes.close ?? ''} aria-label="Close find" onClick={leave}>
        <IconX size={15} stroke={1.6} />
      </ActionIcon>
    </search>
  );
}

type StepProps = { label: string; name: 'Previous' | 'Next'; isUsable: boolean; onClick: () => void };

function Step({ label, name, isUsable, onClick }: StepProps) {
  const Icon = name === 'Next' ? IconChevronDown : IconChevronUp;
  return (
    <Tooltip label={label}>
      <ActionIcon size="sm" aria-label={name} disabled={!isUsable} bg="transparent" onClick={onClick}>
        <Icon size={16} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  );
}

function describeHits(words: string, total: number, at: number): string {
  if (words.trim() === '') return '';
  return total === 0 ? 'Not found' : `${(at + 1).toLocaleString('en')} of ${total.toLocaleString('en')}`;
}

/** Puts the focus into the field whenever the bar is asked for, with its words selected to be typed over. */
function useFocus() {
  const isAsked = useFind((find) => find.isAsked);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!isAsked) return;
    field.current?.focus();
    field.current?.select();
    useFind.getState().answer();
  }, [isAsked]);
  return field;
}

/** F3 goes on wherever the focus is. */
function useNextKey(go: (step: 1 | -1) => void): void {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'F3') return;
      event.preventDefault();
      go(event.shiftKey ? -1 : 1);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
}
