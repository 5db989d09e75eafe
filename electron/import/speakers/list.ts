import { countWords } from '../../../db/model/words.ts';
import type { ParsedTurn, SpeakerLabel } from '../parsed-transcript.ts';
import { isInterviewerWord } from './words.ts';

/** f4's time marks, which stand among the words of a turn and are none. */
const timeMarks = /#[\d:.,-]+#/g;

/**
 * Lists the distinct labels of turns in the order in which they first speak. `isInDoubt` decides, from a label and the
 * number of its turns, whether it may be no speaker at all.
 */
export function listSpeakers(
  text: string,
  turns: readonly ParsedTurn[],
  isInDoubt: (label: string, turns: number) => boolean,
): SpeakerLabel[] {
  const speakers = new Map<string, SpeakerLabel>();
  const hasMarks = text.includes('#');
  for (const { label, textStart, end } of turns) {
    if (label === null) continue;
    const speaker = speakers.get(label) ?? toNewSpeaker(label);
    speaker.turns += 1;
    speaker.words += hasMarks
      ? countWords(text.slice(textStart, end).replace(timeMarks, ' '))
      : countWords(text, textStart, end);
    if (speaker.firstWords === '') speaker.firstWords = toFirstWords(text.slice(textStart, end));
    speakers.set(label, speaker);
  }
  return [...speakers.values()].map((speaker) => ({
    ...speaker,
    isDoubtful: isInDoubt(speaker.label, speaker.turns),
  }));
}

function toNewSpeaker(label: string): SpeakerLabel {
  const isInterviewer = isInterviewerWord(label);
  return { label, turns: 0, words: 0, firstWords: '', isDoubtful: false, isInterviewer };
}

function toFirstWords(text: string): string {
  const words = text.slice(0, 400).replace(/\s+/gu, ' ').trim();
  if (words.length <= 80) return words;
  const cut = words.lastIndexOf(' ', 80);
  return `${words.slice(0, cut > 40 ? cut : 80).replace(/[\ud800-\udbff]$/u, '')}…`;
}
