import type { KeyboardEvent, RefObject } from 'react';
import type { Coding, Transcript } from '../../electron/ipc/contract/transcripts.ts';
import { findCaretStep } from './caret-keys.ts';
import type { BarAnswer } from './code-bar.tsx';
import type { CodingActions } from './coding-actions.ts';
import { moveBoundary } from './passage.ts';
import { useReading } from './reading.ts';
import type { TextMap } from './text-map.ts';
import { scrollToSpan, selectOnPage } from './use-selection.ts';
import { findWordOfKey } from './word-keys.ts';

type Desk = {
  map: TextMap;
  scroller: RefObject<HTMLElement | null>;
  transcript: Transcript;
  actions: CodingActions;
  /** Hands a key to the open code bar while the text has the focus. */
  passToBar: (event: KeyboardEvent) => BarAnswer;
};

/** Carries out a key pressed in the text. Keys that mean nothing here go on to the window. */
export function handleReaderKey(event: KeyboardEvent, desk: Desk): void {
  const { bar } = useReading.getState();
  const answer = bar === null ? 'left' : desk.passToBar(event);
  if (answer === 'typed') return;
  if (answer === 'left' && !handleCodingKey(event, desk) && !handleCaretKey(event, desk)) return;
  event.preventDefault();
  event.stopPropagation();
}

function handleCodingKey(event: KeyboardEvent, desk: Desk): boolean {
  const { passage, codingId, selectCoding, selectPassage, openBar } = useReading.getState();
  const coding = desk.transcript.codingList.find(({ id }) => id === codingId);
  if (event.key === 'Escape' && (passage || coding)) {
    const span = passage ?? coding;
    selectPassage(null);
    selectCoding(null);
    if (span) selectOnPage(desk.map, span, true);
    return true;
  }
  if (event.ctrlKey || event.metaKey) return false;
  if (passage && !event.altKey && (event.key === 'Enter' || event.key === 'c')) {
    openBar({ kind: 'apply' }, true);
    return true;
  }
  if (event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    return selectNeighbour(desk, coding, event.key === 'ArrowDown' ? 1 : -1);
  }
  return coding ? handleSelectedCodingKey(event, desk, coding) : false;
}

function handleSelectedCodingKey(event: KeyboardEvent, desk: Desk, coding: Coding): boolean {
  const { selectPassage, openBar } = useReading.getState();
  const word = findWordOfKey(event);
  if (word) {
    void desk.actions.say(coding.id, word);
    return true;
  }
  if (event.shiftKey !== event.altKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
    const boundary = event.shiftKey ? 'end' : 'start';
    const moved = moveBoundary(desk.transcript.text, coding, boundary, event.key === 'ArrowRight' ? 1 : -1);
    if (moved) void desk.actions.resize(coding.id, moved);
    return true;
  }
  if (event.key === 'Delete' || event.key === 'Backspace') {
    void desk.actions.remove(coding.id);
    return true;
  }
  if (event.key === 'Enter') {
    openBar({ kind: 'change', codingId: coding.id }, true);
    return true;
  }
  if (event.key === 'c') {
    selectPassage({ start: coding.start, end: coding.end });
    openBar({ kind: 'apply' }, true);
    return true;
  }
  return false;
}

/** Selects the next or previous coding of the transcript, by place; from the caret when none is selected. */
function selectNeighbour(
  { map, scroller, transcript }: Desk,
  coding: Coding | undefined,
  step: -1 | 1,
): boolean {
  const sorted = transcript.codingList.toSorted((a, b) => a.start - b.start || a.end - b.end || a.id - b.id);
  const selection = document.getSelection();
  const focus = selection?.focusNode;
  const here = focus && map.root.contains(focus) ? map.toOffset(focus, selection.focusOffset, 'start') : 0;
  const at = coding
    ? sorted.findIndex(({ id }) => id === coding.id) + step
    : step > 0
      ? sorted.findIndex(({ start }) => start >= here)
      : sorted.findLastIndex(({ end }) => end <= here);
  const next = sorted[at];
  if (!next) return true;
  useReading.getState().selectCoding(next.id);
  scrollToSpan(map, scroller, next, false);
  return true;
}

function handleCaretKey(event: KeyboardEvent, { map, scroller }: Desk): boolean {
  const step = findCaretStep(event);
  const selection = document.getSelection();
  if (!step || !selection || (event.altKey && !event.shiftKey)) return false;
  if (!selection.focusNode || !map.root.contains(selection.focusNode)) {
    selectOnPage(map, { start: 0, end: 1 });
    selection.collapseToStart();
  }
  useReading.getState().selectCoding(null);
  selection.modify(event.shiftKey ? 'extend' : 'move', step.direction, step.granularity);
  if (selection.focusNode) {
    const at = map.toOffset(selection.focusNode, selection.focusOffset, 'end');
    scrollToSpan(map, scroller, { start: at, end: at }, false);
  }
  return true;
}
