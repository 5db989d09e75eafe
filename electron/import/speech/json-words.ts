import { findSeconds } from './cue-times.ts';
import type { Cue } from './cues.ts';
import { toSpeakerName } from './json-segments.ts';
import { at, firstOf, type JsonObject, listObjects } from './json-values.ts';

/** One word or punctuation mark; `isAttached` says that no blank stands before it. */
export type Word = {
  text: string;
  start: number | null;
  end: number | null;
  speaker: string | null;
  isAttached: boolean;
};

/** Puts the words together that one speaker says in a row; cues end with a sentence, so that times stay close. */
export function joinWords(words: readonly Word[]): Cue[] {
  const cues: Cue[] = [];
  let pieces: string[] = [];
  let current: Omit<Cue, 'text'> | undefined;
  const close = () => {
    if (current !== undefined) cues.push({ ...current, text: pieces.join('').trim() });
    current = undefined;
    pieces = [];
  };
  for (const word of words) {
    if (current !== undefined && current.speaker !== word.speaker && !word.isAttached) close();
    current ??= { start: word.start, end: word.end, speaker: word.speaker };
    current.end = word.end ?? current.end;
    pieces.push(word.isAttached ? '' : ' ', word.text);
    if (/[.!?。！？]$/u.test(word.text) && pieces.length > 16) close();
  }
  close();
  return cues;
}

/** Amazon Transcribe: words and punctuation with a label of their own or in a list of segments beside them. */
export function readAmazon(root: unknown): Cue[] {
  const labels = new Map<unknown, unknown>();
  for (const segment of listObjects(at(root, 'results', 'speaker_labels', 'segments'))) {
    for (const item of listObjects(segment.items)) labels.set(item.start_time, item.speaker_label);
  }
  let speaker: string | null = null;
  const words = listObjects(at(root, 'results', 'items')).map((item) => {
    speaker = toSpeakerName(item.speaker_label ?? labels.get(item.start_time)) ?? speaker;
    const text = toText(at(item, 'alternatives', 0, 'content'));
    return toWord(text, item.start_time, item.end_time, speaker, item.type === 'punctuation');
  });
  return joinWords(words);
}

/** Google Speech: alternatives with words; with speakers, the last result has all words of the recording again. */
export function readGoogle(root: unknown): Cue[] {
  const results = listObjects(at(root, 'results') ?? at(root, 'response', 'results'));
  const wordsOf = (result: JsonObject | undefined) => listObjects(at(result, 'alternatives', 0, 'words'));
  const last = wordsOf(results.at(-1));
  const isTagged = last.some((word) => Number(word.speakerTag ?? word.speaker_tag ?? 0) > 0);
  if (isTagged) return joinWords(last.map(toGoogleWord));
  return results.flatMap((result) => {
    const text = toText(at(result, 'alternatives', 0, 'transcript'));
    const [first, final] = [wordsOf(result)[0], wordsOf(result).at(-1)];
    const end = final === undefined ? undefined : firstOf(final, ['endTime', 'end_time']);
    const start = first === undefined ? undefined : firstOf(first, ['startTime', 'start_time']);
    return [
      {
        text,
        start: findSeconds(start) ?? null,
        end: findSeconds(end ?? result.resultEndTime) ?? null,
        speaker: null,
      },
    ];
  });
}

function toGoogleWord(word: JsonObject): Word {
  const tag = firstOf(word, ['speakerLabel', 'speakerTag', 'speaker_tag']);
  const [start, end] = [firstOf(word, ['startTime', 'start_time']), firstOf(word, ['endTime', 'end_time'])];
  return toWord(toText(word.word), start, end, toSpeakerName(tag), false);
}

/** Deepgram without utterances: the words of each channel. */
export function readDeepgram(root: unknown): Cue[] {
  const channels = listObjects(at(root, 'results', 'channels'));
  return channels.flatMap((channel, index) => {
    const words = listObjects(at(channel, 'alternatives', 0, 'words'));
    const ofChannel = channels.length > 1 ? `Channel ${index + 1}` : null;
    return joinWords(
      words.map((word) => {
        const text = toText(firstOf(word, ['punctuated_word', 'word']));
        return toWord(text, word.start, word.end, toSpeakerName(word.speaker) ?? ofChannel, false);
      }),
    );
  });
}

/** Rev: monologues of words and of the punctuation and blanks between them. */
export function readRev(root: unknown): Cue[] {
  const names = new Map(listObjects(at(root, 'speakers')).map(({ id, name }) => [id, name]));
  return listObjects(at(root, 'monologues')).map((monologue) => {
    const elements = listObjects(monologue.elements);
    const times = elements.filter((element) => element.ts !== undefined || element.timestamp !== undefined);
    const [first, last] = [times[0], times.at(-1)];
    return {
      start: findSeconds(first?.ts ?? first?.timestamp) ?? null,
      end: findSeconds(last?.end_ts ?? last?.end_timestamp) ?? null,
      speaker: toSpeakerName(names.get(monologue.speaker) ?? monologue.speaker),
      text: elements.map(({ value }) => toText(value)).join(''),
    };
  });
}

/** Speechmatics: words and punctuation with the speaker in their alternatives. */
export function readSpeechmatics(root: unknown): Cue[] {
  const words = listObjects(at(root, 'results')).map((item) => {
    const best = at(item, 'alternatives', 0);
    const isAttached = item.type === 'punctuation' && item.attaches_to !== 'next';
    const speaker = toSpeakerName(at(best, 'speaker'));
    return toWord(toText(at(best, 'content')), item.start_time, item.end_time, speaker, isAttached);
  });
  return joinWords(words);
}

/** Azure: phrases with the time in ticks of a ten-millionth of a second. */
export function readAzure(root: unknown): Cue[] {
  const seconds = (ticks: unknown) => (typeof ticks === 'number' ? ticks / 10_000_000 : null);
  return listObjects(at(root, 'recognizedPhrases')).map((phrase) => {
    const start = seconds(phrase.offsetInTicks);
    const length = seconds(phrase.durationInTicks);
    return {
      start,
      end: start === null || length === null ? null : start + length,
      speaker: toSpeakerName(phrase.speaker),
      text: toText(at(phrase, 'nBest', 0, 'display')),
    };
  });
}

function toWord(
  text: string,
  start: unknown,
  end: unknown,
  speaker: string | null,
  isAttached: boolean,
): Word {
  return { text, start: findSeconds(start) ?? null, end: findSeconds(end) ?? null, speaker, isAttached };
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
