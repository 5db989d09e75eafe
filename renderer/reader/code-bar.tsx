import { TextInput } from '@mantine/core';
import { type KeyboardEvent, type RefObject, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Span } from '../../db/model/span.ts';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import { useDesk } from '../state/desk.ts';
import { EvidencePicker } from '../widgets/evidence-picker.tsx';
import { StatusPicker } from '../widgets/status-picker.tsx';
import { BarHints } from './bar-hints.tsx';
import { type BarOption, listBarOptions } from './bar-options.ts';
import classes from './code-bar.module.css';
import { findBarKey } from './code-bar-keys.ts';
import { CodeOptions, idOfOption } from './code-options.tsx';
import type { CodingActions } from './coding-actions.ts';
import { useIsOpenCoding } from './open-coding.ts';
import { nameInVivo } from './passage.ts';
import { type BarTask, isSelectedElsewhere, useReading } from './reading.ts';
import { settleSoon } from './settle-soon.ts';
import { useCodesOfStudy } from './used-codes.ts';
import { keyOfEvidence, keyOfStatus } from './word-keys.ts';

type Props = {
  task: BarTask;
  transcriptId: number;
  span: Span;
  quote: string;
  codes: readonly Code[];
  studyGuid: string;
  actions: CodingActions;
  /** Takes the focus back to the text; what was selected stays so until something is done with it. */
  onLeave: (isDone: boolean) => void;
  /** Filled in with what handles keys while the text keeps the focus. */
  keys: RefObject<((event: KeyboardEvent) => BarAnswer) | null>;
};

/** Whether the bar carried out a key, receives it as text, or leaves it to the reader. */
export type BarAnswer = 'taken' | 'typed' | 'left';

/** Rows beyond these are found by typing. */
const shownOptions = 60;

/** The bar at a selection: search as you type, Enter applies, all by keys, nothing modal. */
export function CodeBar({
  task,
  transcriptId,
  span,
  quote,
  codes,
  studyGuid,
  actions,
  onLeave,
  keys,
}: Props) {
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const isChanging = task.kind === 'change';
  const isOpenCoding = useIsOpenCoding(studyGuid) && !isChanging;
  const options = useOptions({ codes, query, studyGuid, inVivo: isOpenCoding ? nameInVivo(quote) : null });
  const { status, evidence, say, closeBar, isBarFocused } = useReading();
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  const activeOption = options[Math.min(active, options.length - 1)];

  useEffect(() => {
    if (isBarFocused || isOpenCoding) field.current?.focus({ preventScroll: true });
  }, [isBarFocused, isOpenCoding]);
  useShownDefinition(activeOption);

  const leave = (isDone: boolean) => {
    closeBar();
    onLeave(isDone);
  };
  const isDone = useRef(false);
  const doOnce = async (act: () => Promise<void> | undefined) => {
    if (isDone.current) return;
    isDone.current = true;
    await settleSoon(act());
    // Who has selected other words by now has a bar of their own.
    if (!isSelectedElsewhere(span)) leave(true);
  };
  const choose = (option: BarOption | undefined) => {
    if (!option) return;
    void doOnce(() => {
      if (isChanging && option.kind === 'code') return actions.change(task.codingId, option.code);
      if (isChanging && option.kind === 'new') return actions.changeToNew(task.codingId, option.name);
      return option.kind === 'code' ? actions.apply(option.code, span) : actions.applyNew(option.name, span);
    });
  };
  const codeInVivo = () => void doOnce(() => actions.applyInVivo(span));
  const writeMemo = () => {
    leave(false);
    useDesk.getState().showMemos({ on: 'passage', transcriptId, start: span.start, end: span.end });
  };

  const handleKey = (event: KeyboardEvent): boolean => {
    const key = findBarKey(event, query, options);
    // A coding that gets another code keeps its words.
    if (!key || (isChanging && (key.do === 'say' || key.do === 'in vivo' || key.do === 'memo'))) return false;
    if (key.do === 'say') say(key.words);
    if (key.do === 'move')
      setActive((at) => Math.min(Math.max(at + key.by, 0), Math.max(options.length - 1, 0)));
    if (key.do === 'choose') choose(activeOption);
    if (key.do === 'apply') choose(key.option);
    if (key.do === 'in vivo') codeInVivo();
    if (key.do === 'memo') writeMemo();
    if (key.do === 'close') leave(isChanging);
    return true;
  };
  keys.current = (event) => {
    if (handleKey(event)) return 'taken';
    if (!isText(event)) return 'left';
    // The character itself arrives after this event, in what has the focus by then.
    field.current?.focus({ preventScroll: true });
    return 'typed';
  };

  return (
    <section
      className={classes.bar}
      aria-label={isChanging ? 'Change code' : 'Code the selection'}
      onPointerDown={(event) => event.stopPropagation()}
      onCopy={(event) => {
        if (document.getSelection()?.toString()) return;
        event.clipboardData.setData('text/plain', quote);
        event.preventDefault();
      }}
      onKeyDown={(event) => {
        if (!isForBar(event, field.current)) return;
        // After a click on a status the next letter still begins a search, and Enter still applies.
        if (event.target !== field.current && isText(event)) field.current?.focus();
        if (!handleKey(event)) return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <TextInput
        ref={field}
        size="xs"
        role="combobox"
        aria-label={isChanging ? 'New code of the excerpt' : 'Code for the selection'}
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={activeOption ? idOfOption(listId, activeOption) : undefined}
        placeholder={isChanging ? 'Another code' : isOpenCoding ? 'Name a code' : 'Search codes'}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setActive(0);
        }}
      />
      {isChanging ? null : (
        <div className={classes.words}>
          <StatusPicker value={status} onChoose={(value) => say({ status: value })} keyOf={keyOfStatus} />
          <EvidencePicker
            value={evidence}
            onChoose={(value) => say({ evidence: value })}
            keyOf={keyOfEvidence}
          />
        </div>
      )}
      <CodeOptions id={listId} options={options} active={activeOption} onChoose={choose} />
      <BarHints
        option={activeOption}
        onInVivo={isChanging ? undefined : codeInVivo}
        onMemo={isChanging ? undefined : writeMemo}
      />
    </section>
  );
}

type Asked = { codes: readonly Code[]; query: string; studyGuid: string; inVivo: string | null };

function useOptions({ codes, query, studyGuid, inVivo }: Asked): BarOption[] {
  const used = useCodesOfStudy(studyGuid);
  return useMemo(
    () => listBarOptions(codes, query, { ...used, inVivo }).slice(0, shownOptions),
    [codes, query, used, inVivo],
  );
}

/** Shows the definition of the code at hand on the right; only once the researcher looks for a code. */
function useShownDefinition(option: BarOption | undefined): void {
  const codeId = option?.kind === 'code' ? option.code.id : null;
  useEffect(() => {
    if (codeId !== null) useReading.setState({ codeId });
  }, [codeId]);
}

/** A button of the bar keeps Enter for itself; arrows beside the field choose a status. */
function isForBar(event: KeyboardEvent, field: HTMLElement | null): boolean {
  if (event.target === field || isText(event) || event.key === 'Escape') return true;
  return event.key === 'Enter' && !(event.target instanceof HTMLButtonElement);
}

const isText = (event: KeyboardEvent) =>
  event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
