import { toParticipantId } from '../../../db/model/speaker.ts';
import { shippedTechniques } from '../../../db/model/technique.ts';
import { toPlainLetters } from '../speakers/words.ts';

/** A word of a file's name; `position` counts the words, `isGlued`: a blank only stands between it and the one before. */
export type NameWord = { text: string; position: number; isGlued: boolean };

// Words for a technique beyond its name, in lower case without hyphens and diacritics.
const techniqueWords = new Map([
  ...shippedTechniques.map(({ letter, name }): [string, string] => [
    name.toLowerCase().replaceAll('-', ''),
    letter,
  ]),
  ...toEntries(
    'P',
    'interviews entretien entretiens entrevista entrevistas intervista interviste gesprach gesprache интервью مقابلة ראיון 访谈 訪談 采访 インタビュー 인터뷰',
  ),
  ...toEntries(
    'W',
    'workshops atelier ateliers taller talleres oficina ورشة סדנה 工作坊 研讨会 ワークショップ 워크숍',
  ),
  ...toEntries(
    'M',
    'meetings besprechung besprechungen sitzung treffen reunion reunions reuniones reuniao riunione встреча اجتماع פגישה 会议 會議 会議 회의',
  ),
  ...toEntries('S', 'standups daily dailies scrum'),
]);

function toEntries(letter: string, words: string): [string, string][] {
  return words.split(' ').map((word) => [word, letter]);
}

const emptyWords = new Set(
  `transcript transcripts transcription transcriptions transkript transkripte transkription transcripcion note notes
  notizen protokoll final finale draft entwurf copy copie copia kopie version clean cleaned verbatim anonymised
  anonymized anonymisiert anonym text texts txt doc docs docx data daten donnees datos session sessions audio video
  recording recordings aufnahme recorded file files import raw study and und et y e of von de la le du the mit with avec
  con en fr es sv new neu old edited corrected korrigiert checked home documents dokumente desktop schreibtisch bureau
  downloads onedrive dropbox users benutzer unknown untitled unbenannt part teil partie parte nr no number day tag jour
  otter ai zoom teams rev trint whisper gmt subtitles captions`.split(/\s+/),
);

/** Returns the technique's letter that a word stands for, or undefined. */
export function findTechniqueOfWord(word: string): string | undefined {
  return techniqueWords.get(toPlainLetters(word).replaceAll('-', ''));
}

/** Returns whether a word of a path says nothing about the company: `final`, `v2`, `17`, `Interviews`. */
export function isEmptyWord(word: string): boolean {
  const plain = toPlainLetters(word);
  return (
    emptyWords.has(plain) ||
    findTechniqueOfWord(word.replace(/\d{1,2}$/, '')) !== undefined ||
    /^(?:v?\d+[a-z]?|v\d[\d.]*)$/.test(plain)
  );
}

/** Splits a name into words and takes out the participant ids; the words keep their position among all. */
export function takeParticipants(name: string): { participants: string[]; words: NameWord[] } {
  const participants: string[] = [];
  const words: NameWord[] = [];
  let position = 0;
  let isGlued = false;
  const parts = name.replace(/stand[- _]?up/gi, 'standup').split(/([_\s,;&+()[\]{}]+)/);
  for (const [index, part] of parts.entries()) {
    if (index % 2 === 1) isGlued = part === ' ';
    else if (part !== '') {
      const pieces = findIds(part) === undefined ? part.split(/[.-]+/).filter(Boolean) : [part];
      for (const text of pieces) {
        const ids = findIds(text);
        if (ids === undefined) words.push({ text, position, isGlued });
        else participants.push(...ids);
        isGlued = false;
      }
      position += 1;
    }
  }
  return { participants: [...new Set(participants)], words };
}

const longestRange = 20;

/** Finds the ids in `P1`, `W1-W5`, `W1-5` or `P-1`, or undefined when the word has none. */
function findIds(word: string): string[] | undefined {
  const range = /^(\p{L}{1,3})(\d{1,3})[-–](\p{L}{1,3})?(\d{1,3})$/u.exec(word);
  if (range !== null) return toRange(range);
  const id = /^v\.?\d/i.test(word) || /^mp[34]$/i.test(word) ? undefined : toParticipantId(word);
  return id === undefined ? undefined : [id];
}

function toRange([, letter = '', from = '', toLetter = letter, to = '']: RegExpExecArray): string[] {
  const [first, last] = [Number(from), Number(to)];
  const isRange =
    toLetter.toUpperCase() === letter.toUpperCase() && last > first && last - first < longestRange;
  if (!isRange) return [`${letter}${from}`.toUpperCase(), `${toLetter}${to}`.toUpperCase()];
  return Array.from({ length: last - first + 1 }, (_, index) => `${letter.toUpperCase()}${first + index}`);
}
