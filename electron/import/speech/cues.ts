import { countWords } from '../../../db/model/words.ts';
import type { ParsedTurn } from '../parsed-transcript.ts';

/**
 * A piece of speech with its time in the recording, in seconds: a subtitle, a segment of Whisper, a row of a table.
 * `isChange`: somebody else takes over here, though no name says who (`>> Yes.`).
 */
export type Cue = {
  start: number | null;
  end: number | null;
  speaker: string | null;
  text: string;
  isChange?: boolean;
};

/** Consecutive cues that make one turn, with the paragraphs that its text is written in. */
type Run = { speaker: string | null; paragraphs: Cue[][] };

/** Where a paragraph ends: after a sentence once it has `words`, at any cue once it has `most`. */
type Lengths = { words: number; most: number };

const pauseSeconds = 2;
// Without speakers a paragraph is all that tells the minute, so that it is short; a turn may be read at a stretch.
const unlabelled: Lengths = { words: 60, most: 120 };
const labelled: Lengths = { words: 150, most: 300 };

// Closing quotation marks and brackets may follow the end of a sentence.
const sentenceEnd = /[.!?…。！？؟।][\s"'”’»)\]」』）]*$/u;
const unspaced = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]`;
const endsUnspaced = new RegExp(`${unspaced}$`, 'u');
const beginsUnspaced = new RegExp(`^${unspaced}`, 'u');

/**
 * Writes cues as the text of a transcript with its turns. Consecutive cues of one speaker become one turn, which
 * begins on a line of its own with its time and label (`[00:01:23] Anna Berg: words`) and ends where its last cue
 * ends; a very long one has several paragraphs, each behind its time mark. Cues without a speaker become paragraphs
 * that end at a pause of two seconds or, from about 60 words on, with a sentence; each is a turn without a label, so
 * that the minute of every passage can be told. `between` says what stands between two cues of a paragraph: a blank
 * (none in scripts written without), or a line end when each cue is a paragraph of its own. Line ends within a cue
 * stay, cues without words are passed over. The text has LF only and no NUL or half characters; the turns cover it.
 * Offsets are UTF-16 units, ends exclusive.
 */
export function writeCues(
  cues: readonly Cue[],
  between: 'blank' | 'line' = 'blank',
): { text: string; turns: ParsedTurn[] } {
  const runs = toRuns(cues.map(toCleanCue).filter(({ text }) => text !== ''));
  const parts: string[] = [];
  const turns: ParsedTurn[] = [];
  let length = 0;
  runs.forEach((run, index) => {
    const { head, words } = toTurnText(run, between);
    const lineEnd = index < runs.length - 1 ? '\n' : '';
    const end = length + head.length + words.length + lineEnd.length;
    turns.push({
      start: length,
      end,
      label: run.speaker,
      ...findTimes(run),
      textStart: length + head.length,
    });
    parts.push(head, words, lineEnd);
    length = end;
  });
  return { text: parts.join(''), turns };
}

/** Writes seconds as `HH:MM:SS`, without what is left of a second. */
export function toClock(seconds: number): string {
  const whole = Math.floor(seconds);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

function toCleanCue({ text, speaker, isChange = false, ...times }: Cue): Cue {
  const name = toCleanText(speaker ?? '').replace(/\s+/gu, ' ');
  return {
    start: toSeconds(times.start),
    end: toSeconds(times.end),
    text: toCleanText(text),
    speaker: name || null,
    isChange,
  };
}

function toSeconds(time: number | null): number | null {
  return time !== null && Number.isFinite(time) && time >= 0 ? time : null;
}

function toCleanText(text: string): string {
  return text
    .replace(/[\0\uFEFF]/g, '')
    .replace(/\r\n?/g, '\n')
    .toWellFormed()
    .trim();
}

function toRuns(cues: readonly Cue[]): Run[] {
  const runs: Run[] = [];
  let words = 0;
  let previous: Cue | undefined;
  for (const cue of cues) {
    const run = runs.at(-1);
    const isSame = previous !== undefined && previous.speaker === cue.speaker && !cue.isChange;
    const isNewParagraph = !isSame || isParagraphEnd(previous, cue, words);
    if (run === undefined || !isSame || (isNewParagraph && cue.speaker === null)) {
      runs.push({ speaker: cue.speaker, paragraphs: [[cue]] });
    } else if (isNewParagraph) {
      run.paragraphs.push([cue]);
    } else {
      run.paragraphs.at(-1)?.push(cue);
    }
    words = (isNewParagraph ? 0 : words) + countWords(cue.text);
    previous = cue;
  }
  return runs;
}

function isParagraphEnd(previous: Cue | undefined, next: Cue, words: number): boolean {
  if (previous === undefined) return true;
  const { words: enough, most } = next.speaker === null ? unlabelled : labelled;
  if (words >= most || (words >= enough && sentenceEnd.test(previous.text.slice(-20)))) return true;
  if (next.speaker !== null || previous.end === null || next.start === null) return false;
  return next.start - previous.end >= pauseSeconds;
}

function toTurnText({ speaker, paragraphs }: Run, between: 'blank' | 'line') {
  const [first = [], ...others] = paragraphs;
  const head = `${toMark(first)}${speaker === null ? '' : `${speaker}: `}`;
  const lines = [
    joinCues(first, between),
    ...others.map((cues) => `${toMark(cues)}${joinCues(cues, between)}`),
  ];
  return { head, words: lines.join('\n') };
}

function toMark(cues: readonly Cue[]): string {
  const start = cues[0]?.start ?? null;
  return start === null ? '' : `[${toClock(start)}] `;
}

function joinCues(cues: readonly Cue[], between: 'blank' | 'line'): string {
  const parts: string[] = [];
  let previous = '';
  for (const { text } of cues) {
    if (previous !== '') parts.push(between === 'line' ? '\n' : toGap(previous, text));
    parts.push(text);
    previous = text;
  }
  return parts.join('');
}

function toGap(before: string, after: string): string {
  // Two units hold any last character; half of one before them does not matter to the pattern.
  return endsUnspaced.test(before.slice(-2)) && beginsUnspaced.test(after) ? '' : ' ';
}

/** The end is rounded up, so that the words lie between the two times. */
function findTimes({ paragraphs }: Run): { time: string | null; endTime: string | null } {
  const start = paragraphs[0]?.[0]?.start ?? null;
  // People talk at once, and files are not always in order: the last cue need not end last.
  const end = paragraphs.flat().reduce<number | null>((last, cue) => toLater(last, cue.end), null);
  return {
    time: start === null ? null : toClock(start),
    endTime: end === null ? null : toClock(Math.ceil(end)),
  };
}

function toLater(left: number | null, right: number | null): number | null {
  return left === null || right === null ? (left ?? right) : Math.max(left, right);
}
