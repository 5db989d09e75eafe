import type { KeyboardEvent, RefObject } from 'react';
import type { Coding } from '../../electron/ipc/contract/transcripts.ts';
import { type CaretStep, findCaretStep } from './caret-keys.ts';
import type { BarAnswer } from './code-bar.tsx';
import { findCommandOfKey } from './coding-commands.ts';
import { type Boundary, moveBoundary } from './passage.ts';
import { useReading } from './reading.ts';
import { type CommandDesk, type CommandTarget, runCommand } from './run-command.ts';
import type { TextMap } from './text-map.ts';
import { scrollToSpan, selectOnPage } from './use-selection.ts';
import { findWordOfKey } from './word-keys.ts';

type Desk = CommandDesk & {
  scroller: RefObject<HTMLElement | null>;
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
  const target = findTarget(desk);
  const { coding } = target;
  if (isMenuKey(event)) return openMenuByKey(desk, target);
  if (event.key === 'Escape') return letGo(desk, target);
  if (event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    return selectNeighbour(desk, coding, event.key === 'ArrowDown' ? 1 : -1);
  }
  if (coding && handleSelectedCodingKey(event, desk, coding)) return true;
  const has = {
    coding: coding !== undefined,
    passage: target.passage !== null,
    caret: target.offset !== null,
  };
  const command = findCommandOfKey(event, has);
  if (command) runCommand(command, desk, target);
  return command !== undefined;
}

/** What the keys are about: the selected coding, the selected text, and where the caret stands. */
function findTarget({ map, transcript }: Desk): CommandTarget {
  const { passage, codingId } = useReading.getState();
  return {
    coding: codingId === null ? undefined : transcript.codingList.find(({ id }) => id === codingId),
    passage,
    offset: findCaret(map) ?? null,
  };
}

function findCaret(map: TextMap): number | undefined {
  const selection = document.getSelection();
  const focus = selection?.focusNode;
  return focus && map.root.contains(focus) ? map.toOffset(focus, selection.focusOffset, 'start') : undefined;
}

/** Lets go of what is selected, and leaves the caret there. */
function letGo({ map }: Desk, { passage, coding }: CommandTarget): boolean {
  const span = passage ?? coding;
  if (!span) return false;
  useReading.getState().selectPassage(null);
  useReading.getState().selectCoding(null);
  selectOnPage(map, span, true);
  return true;
}

function handleSelectedCodingKey(event: KeyboardEvent, desk: Desk, coding: Coding): boolean {
  if (event.ctrlKey || event.metaKey) return false;
  const word = findWordOfKey(event);
  if (word) {
    void desk.actions.say(coding.id, word);
    return true;
  }
  if (event.shiftKey === event.altKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight'))
    return false;
  moveByWord(desk, coding, event.shiftKey ? 'end' : 'start', event.key === 'ArrowRight' ? 1 : -1);
  return true;
}

function moveByWord(desk: Desk, coding: Coding, boundary: Boundary, direction: -1 | 1): void {
  const { text, turnList } = desk.transcript;
  const moved = moveBoundary(text, coding, boundary, direction, turnList);
  const { announce } = useReading.getState();
  if (!moved)
    return void announce(
      boundary === 'start' ? 'The start cannot move there.' : 'The end cannot move there.',
    );
  const words = text.slice(moved.start, moved.end).replace(/\s+/g, ' ').split(' ');
  const said =
    boundary === 'start'
      ? `Begins with “${words.slice(0, 3).join(' ')}”`
      : `Ends with “${words.slice(-3).join(' ')}”`;
  void desk.actions.resize(coding.id, moved, said);
}

const isMenuKey = ({ key, shiftKey }: KeyboardEvent) => key === 'ContextMenu' || (shiftKey && key === 'F10');

/** Opens the menu at the selected coding or passage, or at the caret with what lies beneath it. */
function openMenuByKey({ map, transcript }: Desk, { coding, passage, offset }: CommandTarget): boolean {
  const at = coding?.end ?? passage?.end ?? offset;
  if (at === null) return false;
  const box = map.measureEdge(at, 'end');
  const beneath = transcript.codingList
    .filter(({ start, end }) => offset !== null && start <= offset && offset < end)
    .toSorted((a, b) => a.end - a.start - (b.end - b.start) || a.id - b.id);
  const codingIds = coding ? [coding.id] : beneath.map(({ id }) => id);
  useReading.getState().openMenu({
    at: { x: box.right, y: box.bottom },
    codingIds,
    chosenId: codingIds.length === 1 && !passage ? (codingIds[0] ?? null) : null,
    passage,
    offset,
  });
  return true;
}

/** Selects the next or previous coding of the transcript, by place; from the caret when none is selected. */
function selectNeighbour(
  { map, scroller, transcript }: Desk,
  coding: Coding | undefined,
  step: -1 | 1,
): boolean {
  const sorted = transcript.codingList.toSorted((a, b) => a.start - b.start || a.end - b.end || a.id - b.id);
  const here = findCaret(map) ?? 0;
  const at = coding
    ? sorted.findIndex(({ id }) => id === coding.id) + step
    : step > 0
      ? sorted.findIndex(({ start }) => start >= here)
      : sorted.findLastIndex(({ end }) => end <= here);
  const next = sorted[at];
  if (!next) {
    useReading.getState().announce(step > 0 ? 'No coding further on.' : 'No coding before.');
    return true;
  }
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
  moveCaret(selection, map, step, event.shiftKey);
  if (selection.focusNode) {
    const at = map.toOffset(selection.focusNode, selection.focusOffset, 'end');
    scrollToSpan(map, scroller, { start: at, end: at }, false);
  }
  return true;
}

/** Moves the caret, or with Shift the end of the selection. What would lead out of the text stays within it. */
function moveCaret(selection: Selection, map: TextMap, step: CaretStep, isExtending: boolean): void {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  if (step.granularity === 'documentboundary') {
    const whole = document.createRange();
    whole.selectNodeContents(map.root);
    const span = map.toSpan(whole);
    const { startContainer, startOffset, endContainer, endOffset } = map.toRange(span);
    const [node, offset] =
      step.direction === 'forward' ? [endContainer, endOffset] : [startContainer, startOffset];
    if (isExtending) selection.extend(node, offset);
    else selection.collapse(node, offset);
    return;
  }
  selection.modify(isExtending ? 'extend' : 'move', step.direction, step.granularity);
  if (anchorNode && focusNode && !map.root.contains(selection.focusNode))
    selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
}
