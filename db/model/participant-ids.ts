import { toParticipantId } from './speaker.ts';

/**
 * Returns the participant ids in a piece of text: separated by commas, semicolons, blanks or an “and”, in capitals.
 * A number alone takes the letter given (`1` under W is `W1`), and `W1-W5` or `W1–5` stands for all five.
 */
export function parseIds(text: string, letter = ''): string[] {
  const words = text.split(/[,;·/&+|\s]+/u).filter((word) => word !== '' && !joiningWords.has(word));
  return [...new Set(words.flatMap((word) => toRange(word, letter) ?? [toId(word, letter)]))];
}

const joiningWords = new Set(['and', 'und', 'et', 'och', 'en', 'e']);

/** Returns whether every word of a text is a participant id, or a range of them: `P1 W1; S1`, `W1-W5`. */
export function areIds(text: string): boolean {
  const ids = parseIds(text);
  return ids.length > 0 && ids.every((id) => toParticipantId(id) !== undefined);
}

function toId(word: string, letter: string): string {
  if (/^\d+$/.test(word)) return letter + word;
  return toParticipantId(word) ?? word;
}

function toRange(word: string, letter: string): string[] | undefined {
  const found = /^(\p{L}{0,3})(\d{1,3})[-–](\p{L}{0,3})(\d{1,3})$/u.exec(word);
  const [, from = '', first = '', to = '', last = ''] = found ?? [];
  const prefix = (from || letter).toUpperCase();
  const count = Number(last) - Number(first) + 1;
  const isRange = found !== null && count > 1 && count <= 50 && (to === '' || to.toUpperCase() === prefix);
  return isRange
    ? Array.from({ length: count }, (_, index) => `${prefix}${Number(first) + index}`)
    : undefined;
}
