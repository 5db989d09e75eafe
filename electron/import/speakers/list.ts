import { countWords } from '../../../db/model/words.ts';
import type { ParsedTurn, SpeakerLabel } from '../parsed-transcript.ts';
import { isInterviewerWord } from './words.ts';

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
  for (const { label, textStart, end } of turns) {
    if (label === null) continue;
    const speaker = speakers.get(label) ?? toNewSpeaker(label);
    const spoken = text.slice(textStart, end);
    speaker.turns += 1;
    speaker.words += countSpokenWords(spoken);
    if (speaker.firstWords === '') speaker.firstWords = toFirstWords(spoken);
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

/** Counts the words of a turn without those of f4's time marks, which stand among them. */
function countSpokenWords(text: string): number {
  return countWords(text.includes('#') ? text.replace(/#[\d:.,-]+#/g, ' ') : text);
}

function toFirstWords(text: string): string {
  const words = text.slice(0, 400).replace(/\s+/gu, ' ').trim();
  if (words.length <= 80) return words;
  const cut = words.lastIndexOf(' ', 80);
  return `${words.slice(0, cut > 40 ? cut : 80).replace(/[\ud800-\udbff]$/u, '')}…`;
}
