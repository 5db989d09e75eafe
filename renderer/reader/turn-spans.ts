import { isOverlapping, type Span } from '../../db/model/span.ts';
import { findPassage } from './passage.ts';

/** What counts of a turn here: its place, where its words begin behind the label, and whether an interviewer speaks. */
export type SpokenTurn = { start: number; textOffset: number; end: number; isInterviewer: boolean };

/** Returns the words of the turns that a passage or the caret (an empty span) touches, from the first to the last word. */
export function findTurnSpan(text: string, turns: readonly SpokenTurn[], at: Span): Span | undefined {
  const touched = listTouched(turns, at);
  return toWords(text, touched[0], touched.at(-1));
}

/**
 * Returns an answer with its question: the interviewer's turns before the passage or the caret, up to the end of what
 * the participant says there. From within a question it is the question with the turn that follows. Undefined where nobody
 * asks: then there is no answer.
 */
export function findAnswerSpan(text: string, turns: readonly SpokenTurn[], at: Span): Span | undefined {
  const touched = listTouched(turns, at);
  const [first, last] = [touched[0], touched.at(-1)];
  if (!first || !last) return undefined;
  const from = turns.indexOf(first);
  const asked = turns.slice(0, from + 1).findLastIndex(({ isInterviewer }) => isInterviewer);
  if (asked < 0) return undefined;
  // A question may be told in several turns.
  const begin = turns.slice(0, asked + 1).findLastIndex(({ isInterviewer }) => !isInterviewer) + 1;
  const until = last.isInterviewer
    ? turns.findIndex((turn, index) => index > turns.indexOf(last) && !turn.isInterviewer)
    : turns.indexOf(last);
  return until < 0 ? undefined : toWords(text, turns[begin], turns[until]);
}

/** A caret between two turns belongs to the later one; behind the last one to that. */
function listTouched(turns: readonly SpokenTurn[], at: Span): SpokenTurn[] {
  if (at.start < at.end) return turns.filter((turn) => isOverlapping(turn, at));
  const turn = turns.findLast(({ start }) => start <= at.start);
  return turn ? [turn] : [];
}

function toWords(
  text: string,
  first: SpokenTurn | undefined,
  last: SpokenTurn | undefined,
): Span | undefined {
  return first && last && first.textOffset < last.end
    ? findPassage(text, { start: first.textOffset, end: last.end })
    : undefined;
}
