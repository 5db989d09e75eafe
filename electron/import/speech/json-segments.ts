import { findSeconds, toSecondsFromUnit } from './cue-times.ts';
import type { Cue } from './cues.ts';
import { at, firstOf, isObject, type JsonObject, listObjects } from './json-values.ts';

const texts = ['text', 'transcript', 'sentence', 'content', 'utterance', 'display'];
const starts = [
  'start',
  'start_time',
  'data_start',
  'startTime',
  'begin',
  'start_ms',
  'from',
  'startOffset',
  'time',
  'ts',
];
const ends = ['end', 'end_time', 'endTime', 'stop', 'end_ms', 'to', 'endOffset', 'end_ts'];
const speakers = [
  'speaker',
  'speaker_label',
  'speaker_name',
  'speakerName',
  'speaker_id',
  'speakerId',
  'name',
];

/** How deep lists of segments are searched for; services put them into one or two members of the whole. */
const deepest = 3;

/** The surest names of lists of segments; single words are the last resort. */
const listNames = [
  /utterance/i,
  /segment|monolog|turn/i,
  /paragraph|phrase|sentence|chunk|transcri|caption|speaker/i,
];

/**
 * Finds segments with a text and a time or speaker: those of Whisper and its relatives, and those of any service that
 * names the same things nearly alike. Of the least deep lists of such segments one with speakers is taken, else the
 * one with the surest name; empty when there is none.
 */
export function findSegments(root: unknown): Cue[] {
  let level: [string, unknown][] = [['', root]];
  for (let depth = 0; depth <= deepest; depth += 1) {
    const lists = level
      .map(([name, value]) => ({ rank: toRank(name), cues: readSegments(value) }))
      .filter(({ cues }) => cues.length > 0)
      .sort((left, right) => left.rank - right.rank);
    const named = lists.find(({ cues }) => cues.some(({ speaker }) => speaker !== null)) ?? lists[0];
    if (named !== undefined) return named.cues;
    level = level.flatMap(([, value]) => (isObject(value) ? Object.entries(value) : []));
  }
  return [];
}

function toRank(name: string): number {
  const rank = listNames.findIndex((pattern) => pattern.test(name));
  return rank === -1 ? listNames.length : rank;
}

function readSegments(value: unknown): Cue[] {
  if (!Array.isArray(value) || value.length === 0) return [];
  const segments = value.every(Array.isArray) ? value.map(fromTriple) : listObjects(value);
  const sample = segments.slice(0, 50).filter(isSegment);
  if (sample.length < Math.min(50, segments.length) / 2) return [];
  return toSecondsFromUnit(segments.flatMap(toCues));
}

/** Some libraries write a segment as a list of begin, end and text. */
function fromTriple(triple: readonly unknown[]): JsonObject {
  const [start, end, text] = triple;
  return { start, end, text };
}

function isSegment(segment: JsonObject): boolean {
  const { start } = toTimes(segment);
  return findText(segment) !== undefined && (start !== null || findSpeaker(segment) !== null);
}

function toCues(segment: JsonObject): Cue[] {
  const text = findText(segment);
  if (text === undefined) return [];
  const cue = { ...toTimes(segment), speaker: findSpeaker(segment), text };
  return splitBySpeaker(cue, listObjects(segment.words)) ?? [cue];
}

/** Some services give the words of a segment only one by one. */
function findText(segment: JsonObject): string | undefined {
  const text = firstOf(segment, texts);
  if (typeof text === 'string') return text;
  const words = listObjects(segment.words).map(toWordText);
  return words.length > 0 && words.every((word) => word !== '') ? words.join(' ') : undefined;
}

function toWordText(word: JsonObject): string {
  const text = firstOf(word, ['punctuated_word', 'text', 'word']);
  return typeof text === 'string' ? text.trim() : '';
}

function toTimes(segment: JsonObject): Pick<Cue, 'start' | 'end'> {
  // whisper.cpp gives milliseconds beside a clock, Transformers a pair.
  const start = firstOf(segment, starts) ?? at(segment, 'timestamps', 'from') ?? at(segment, 'timestamp', 0);
  const end = firstOf(segment, ends) ?? at(segment, 'timestamps', 'to') ?? at(segment, 'timestamp', 1);
  return { start: findSeconds(start ?? segment.timestamp) ?? null, end: findSeconds(end) ?? null };
}

function findSpeaker(segment: JsonObject): string | null {
  const speaker = firstOf(segment, speakers);
  return toSpeakerName(isObject(speaker) ? firstOf(speaker, ['name', 'label', 'id']) : speaker);
}

/** Returns what a speaker is called: services that only count them write `0` or `A`. */
export function toSpeakerName(written: unknown): string | null {
  if (typeof written === 'number') return `Speaker ${written}`;
  if (typeof written !== 'string' || written.trim() === '') return null;
  return /^(?:\d{1,3}|[A-Z])$/.test(written.trim()) ? `Speaker ${written.trim()}` : written.trim();
}

/** Divides a segment in which its words have different speakers, where the words are found in its text. */
function splitBySpeaker(cue: Cue, words: readonly JsonObject[]): Cue[] | undefined {
  const names = new Set(words.map(findSpeaker));
  names.delete(null);
  if (names.size < 2) return undefined;
  const cues: Cue[] = [];
  let [from, cut] = [0, 0];
  let last: Cue | undefined;
  for (const word of words) {
    const written = toWordText(word);
    const position = cue.text.indexOf(written, from);
    if (position === -1) return undefined;
    const speaker = findSpeaker(word) ?? last?.speaker ?? cue.speaker;
    const { start, end } = toTimes(word);
    if (last === undefined || last.speaker !== speaker) {
      if (last !== undefined) last.text = cue.text.slice(cut, position);
      cut = last === undefined ? 0 : position;
      last = { start: start ?? last?.end ?? cue.start, end, speaker, text: '' };
      cues.push(last);
    }
    last.end = end ?? last.end;
    from = position + written.length;
  }
  if (last !== undefined) last.text = cue.text.slice(cut);
  return cues;
}
