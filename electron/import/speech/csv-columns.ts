import { toPlainLetters } from '../speakers/words.ts';
import { findRange, findSeconds } from './cue-times.ts';

/** What a column of a transcript holds. */
export type Role = 'speaker' | 'text' | 'start' | 'end';

/** The columns by what they hold, counted from 0; what is not there is undefined. */
export type Columns = Partial<Record<Role, number>>;

function toHeads(text: string): readonly string[] {
  return text
    .split(/[,\n]/)
    .map((head) => toHead(head))
    .filter((head) => head !== '');
}

/** Lower case, without accents, signs and a unit in brackets: `Start Time (s)` is `start time`. */
function toHead(cell: string): string {
  return toPlainLetters(cell)
    .replace(/[([].*$/, '')
    .replace(/[_\s.:#-]+/g, ' ')
    .trim();
}

// Heads of columns as transcription services and researchers write them, the surest first.
const heads: Readonly<Record<Role, readonly string[]>> = {
  speaker:
    toHeads(`speaker name, name of speaker, speaker, speakers, speaker label, speaker id, spoken by, who, person,
    participant name, participant, interviewee, interlocutor, display name, full name, name, user, username, author, actor, character
    Sprecher, Sprecherin, Sprechende, SprecherIn, Sprecher in, Redner, Person, Teilnehmer, Teilnehmerin, locuteur, locutrice, intervenant, interlocuteur, orateur
    hablante, orador, interlocutor, locutor, falante, interlocutore, parlante, oratore, spreker, talare, taler, puhuja
    mówca, rozmówca, mluvčí, beszélő, vorbitor, konuşmacı, ομιλητής, говорящий, спикер, участник, мовець, спікер
    发言人, 說話人, 说话人, 讲话人, 发言者, 發言人, 講者, 話者, 話し手, 発言者, 화자, 발화자, 발언자, المتحدث, דובר`),
  text: toHeads(`transcript, transcription, text, transcript text, spoken text, original text, sentence, sentences, utterance, utterances, words,
    caption, captions, subtitle, subtitles, speech, content, message, paragraph, phrase, statement, says, said, dialogue, dialog, body, segment, verbatim
    Wortlaut, Aussage, Äußerung, Inhalt, Transkript, Gesprochenes, Wortbeitrag, Redebeitrag, texte, paroles, énoncé, contenu, propos, phrase
    texto, frase, contenido, transcripción, enunciado, conteúdo, transcrição, fala, testo, trascrizione, contenuto, tekst, zin, transcriptie, innehåll, indhold
    lause, teksti, wypowiedź, výrok, szöveg, metin, κείμενο, текст, реплика, высказывание, репліка
    文本, 内容, 內容, 文字, 发言, 發言, 发言内容, 转写, 原文, テキスト, 発言, 発言内容, 文字起こし, 텍스트, 내용, 발화, 발언, النص, טקסט`),
  start:
    toHeads(`start time, start, begin time, begin, begins, starts, timestamp, time stamp, start timestamp, time, timecode, time code, time in,
    in, in point, start timecode, start ms, start sec, offset, from
    Beginn, Anfang, Startzeit, Zeit, Zeitmarke, Zeitstempel, début, heure, temps, horodatage, inicio, tiempo, hora, marca de tiempo, início, tempo, inizio, ora
    tijd, starttijd, tid, starttid, aika, alku, czas, początek, čas, začátek, kezdet, idő, zaman, başlangıç, αρχή, χρόνος, время, начало, час, початок
    时间, 時間, 开始, 開始, 开始时间, 開始時間, 时间戳, タイムスタンプ, 開始時刻, 시간, 시작, 시작 시간, الوقت, البداية, זמן, התחלה`),
  end: toHeads(`end time, end, ends, stop, stop time, end timestamp, time out, out, out point, end timecode, end ms, end sec, to
    Ende, Endzeit, fin, heure de fin, fine, fim, final, eind, einde, eindtijd, slut, sluttid, loppu, koniec, konec, vége, bitiş, τέλος, конец, кінець
    结束, 結束, 结束时间, 結束時間, 終了, 終了時刻, 종료, 끝, 종료 시간, النهاية, סוף`),
};

/** Heads of several words, such as `Timecode In` or `Speaker (auto)`, where none of the above is there. */
const likeHeads: Readonly<Record<Role, RegExp>> = {
  speaker: /\b(?:speaker|sprecher|sprecherin|interlocut\w+|hablante)\b/,
  text: /\b(?:text|transcript|transcription|utterance|sentence|caption|wortlaut|transkript)\b/,
  start: /^(?:start|begin)\b|\b(?:time|timecode|code) (?:in|start|begin)$|\b(?:start|begin) time\b/,
  end: /^(?:end|stop)\b|\b(?:time|timecode|code) (?:out|end|stop)$|\bend time\b/,
};

const roles: readonly Role[] = ['text', 'speaker', 'start', 'end'];

/** Finds the columns by the names in the head of a table. */
export function findNamedColumns(row: readonly string[]): Columns {
  const cells = row.map(toHead);
  const columns: Columns = {};
  for (const role of roles) {
    const found = heads[role].map((head) => cells.indexOf(head)).find((index) => index !== -1);
    if (found !== undefined && !Object.values(columns).includes(found)) columns[role] = found;
  }
  for (const role of roles) {
    if (columns[role] !== undefined) continue;
    const found = cells.findIndex(
      (cell, index) => likeHeads[role].test(cell) && !Object.values(columns).includes(index),
    );
    if (found !== -1) columns[role] = found;
  }
  return columns;
}

/** A word such as `name` heads tables of all kinds, so that one alone tells nothing but the words that were said. */
export function isHead(columns: Columns): boolean {
  return columns.text !== undefined || (columns.speaker !== undefined && columns.start !== undefined);
}

/** Returns whether a row can be the head of a table: short cells of words, none of them a time. */
export function isHeadLike(row: readonly string[]): boolean {
  return row.every((cell) => cell.length <= 40 && !(cell.trim() !== '' && isTime(cell)));
}

/**
 * Finds the columns by what is in them: times, short names that come again, and the longest texts. Rows are those
 * of the table without its head; `known` are the columns that are told already.
 */
export function findColumnsByContent(rows: readonly (readonly string[])[], known: Columns = {}): Columns {
  const sample = rows.slice(0, 200);
  const width = Math.max(0, ...sample.map((row) => row.length));
  const columns = { ...known };
  const isFree = (index: number) => !Object.values(columns).includes(index);
  const cellsOf = (index: number) =>
    sample.map((row) => row[index]?.trim() ?? '').filter((cell) => cell !== '');
  const indexes = Array.from({ length: width }, (_, index) => index);
  for (const index of indexes.filter(isFree)) {
    const cells = cellsOf(index);
    if (cells.length === 0 || cells.filter(isTime).length < 0.8 * cells.length) continue;
    if (columns.start === undefined) columns.start = index;
    else if (columns.end === undefined) columns.end = index;
  }
  const longest = indexes
    .filter(isFree)
    .sort((left, right) => meanLength(cellsOf(right)) - meanLength(cellsOf(left)))[0];
  if (columns.text === undefined && longest !== undefined && isProse(cellsOf(longest)))
    columns.text = longest;
  const named = indexes.filter(isFree).find((index) => isNames(cellsOf(index)));
  if (columns.speaker === undefined && named !== undefined) columns.speaker = named;
  return columns;
}

function isTime(cell: string): boolean {
  return /\d/.test(cell) && (findSeconds(cell) ?? findRange(cell)) !== undefined;
}

function meanLength(cells: readonly string[]): number {
  return cells.length === 0 ? 0 : cells.reduce((sum, cell) => sum + cell.length, 0) / cells.length;
}

/** Words in most cells, more than a name has; scripts without blanks need fewer signs. */
function isProse(cells: readonly string[]): boolean {
  const isWordy = (cell: string) => /\S\s+\S/.test(cell) || /[\u3040-\u30ff\u4e00-\u9fff]{4}/.test(cell);
  return meanLength(cells) >= 8 && cells.filter(isWordy).length >= cells.length / 2;
}

function isNames(cells: readonly string[]): boolean {
  const different = new Set(cells).size;
  return cells.length > 1 && meanLength(cells) <= 30 && different <= Math.max(2, cells.length / 2);
}
