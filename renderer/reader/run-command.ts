import { isOverlapping, type Span } from '../../db/model/span.ts';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import type { Coding, Transcript } from '../../electron/ipc/contract/transcripts.ts';
import { titleOfCode } from '../codes/code-branches.ts';
import { useDesk } from '../state/desk.ts';
import { copyText } from '../widgets/copy-text.ts';
import type { CodingActions } from './coding-actions.ts';
import type { CodingCommand } from './coding-commands.ts';
import { useOpenCoding } from './open-coding.ts';
import { findSplitPoint } from './passage.ts';
import { toQuoteWithReference } from './quote-reference.ts';
import { useReading } from './reading.ts';
import type { TextMap } from './text-map.ts';
import { findAnswerSpan, findTurnSpan } from './turn-spans.ts';
import { selectOnPage } from './use-selection.ts';

/** Where commands are carried out. */
export type CommandDesk = {
  map: TextMap;
  transcript: Transcript;
  codes: readonly Code[];
  studyGuid: string;
  actions: CodingActions;
};

/** What a command is about: a coding, selected text, a place in the text (UTF-16 units). */
export type CommandTarget = { coding: Coding | undefined; passage: Span | null; offset: number | null };

/** Carries out a command on what there is. What cannot be done is said in words. */
export function runCommand(command: CodingCommand, desk: CommandDesk, target: CommandTarget): void {
  const { coding, passage, offset } = target;
  const span = coding ?? passage;
  if (command === 'open coding') toggleOpenCoding(desk.studyGuid);
  else if (command === 'turn' || command === 'answer') codeTurns(command, desk, target);
  else if (command === 'split') split(desk, coding, offset);
  else if (command === 'shrink' || command === 'extend') fitToSelection(command, desk, target);
  else if (span && (command === 'quick' || command === 'in vivo'))
    void (command === 'quick' ? desk.actions.applyLast(span) : desk.actions.applyInVivo(span));
  else if (span && command === 'copy') {
    copyText(toQuoteWithReference(desk.transcript, span));
    announce('Quote copied with its reference.');
  } else if (span && command === 'memo') openMemo(desk, target);
  else if (span && (command === 'code' || command === 'add')) openBarOn(desk, span);
  else if (coding) runOnCoding(command, desk, coding);
}

function runOnCoding(command: CodingCommand, { actions, codes }: CommandDesk, coding: Coding): void {
  const { openBar, openComment } = useReading.getState();
  if (command === 'change') openBar({ kind: 'change', codingId: coding.id }, true);
  if (command === 'comment') openComment(coding.id);
  if (command === 'delete') void actions.remove(coding.id);
  const code = codes.find(({ id }) => id === coding.codeId);
  if (command === 'evidence' && code)
    useDesk.getState().showEvidence({ title: titleOfCode(code), filter: { codeIds: [code.id] } });
}

export function toggleOpenCoding(studyGuid: string): void {
  useOpenCoding.getState().toggle(studyGuid);
  announce(
    useOpenCoding.getState().studies[studyGuid]
      ? 'Open coding is on: each selection asks for a code.'
      : 'Open coding is off.',
  );
}

/** Selects the passage on the page and opens the code bar on it, with the focus in its field. */
function openBarOn({ map }: CommandDesk, { start, end }: Span): void {
  selectOnPage(map, { start, end });
  useReading.getState().selectPassage({ start, end });
  useReading.getState().openBar({ kind: 'apply' }, true);
}

function codeTurns(command: 'turn' | 'answer', desk: CommandDesk, target: CommandTarget): void {
  const { text, turnList } = desk.transcript;
  const offset = target.offset ?? 0;
  const at = target.passage ?? target.coding ?? { start: offset, end: offset };
  const span = (command === 'turn' ? findTurnSpan : findAnswerSpan)(text, turnList, at);
  if (span) openBarOn(desk, span);
  else announce(command === 'turn' ? 'There is no turn here.' : 'Nobody asks here: there is no question.');
}

/** Splits the coding at hand; without one, the coding selected last or the shortest that lies around the place. */
function split(desk: CommandDesk, selected: Coding | undefined, offset: number | null): void {
  const { text, codingList } = desk.transcript;
  const isInside = (coding: Coding) => offset !== null && coding.start < offset && offset < coding.end;
  const coding = selected ?? findAtHand(codingList.filter(isInside));
  const point = coding && offset !== null && isInside(coding) && findSplitPoint(text, coding, offset);
  if (coding && point) void desk.actions.split(coding.id, point);
  else announce('Put the caret within a coding, where it is to be split.');
}

/** Moves the boundaries of the coding at hand to what is selected, or so far that it takes that in. */
function fitToSelection(command: 'shrink' | 'extend', desk: CommandDesk, target: CommandTarget): void {
  const { passage } = target;
  if (!passage) return;
  const near = desk.transcript.codingList.filter((coding) => isOverlapping(coding, passage));
  const coding = target.coding ?? findAtHand(near);
  if (!coding) return void announce('No coding lies beneath the selection.');
  const span =
    command === 'shrink'
      ? passage
      : { start: Math.min(coding.start, passage.start), end: Math.max(coding.end, passage.end) };
  useReading.getState().selectCoding(coding.id);
  selectOnPage(desk.map, span, true);
  if (span.start === coding.start && span.end === coding.end)
    return void announce('The coding is so already.');
  const words = desk.transcript.text.slice(span.start, span.end);
  const said = command === 'shrink' ? 'The coding is now' : 'The coding now takes in';
  void desk.actions.resize(coding.id, span, `${said} “${shorten(words)}”.`);
}

/** The one selected last, if it is among them, otherwise the shortest. */
function findAtHand(codings: readonly Coding[]): Coding | undefined {
  const { lastCodingId } = useReading.getState();
  const last = codings.find(({ id }) => id === lastCodingId);
  return last ?? codings.toSorted((a, b) => a.end - a.start - (b.end - b.start) || a.id - b.id)[0];
}

function openMemo({ transcript }: CommandDesk, { coding, passage }: CommandTarget): void {
  const { showMemos } = useDesk.getState();
  if (coding) showMemos({ on: 'coding', id: coding.id });
  else if (passage) showMemos({ on: 'passage', transcriptId: transcript.id, ...passage });
}

const shorten = (words: string) =>
  words.length > 60 ? `${words.slice(0, 40)} … ${words.slice(-18)}` : words;

const announce = (words: string) => useReading.getState().announce(words);
