import { findLineLabels } from '../speakers/turns.ts';
import type { Cue } from '../speech/cues.ts';
import type { Caption, CaptionLine } from './text.ts';

/** A piece of a line between changes of speaker; `mark` is the dash or `>>` that it begins with. */
type Piece = { text: string; mark: string; voice: string | null; label: string | null };

const nextSpeaker = /\s(?=>{2,3}\s?\S)/u;
const arrows = /^>{2,3}\s{0,4}(?=\S)/u;
const dash = /^(?:[-‐]\s{0,2}|[–—]\s{1,2})(?=[\p{L}¿¡«"“'’([♪…])/u;
const hyphen = /^[-‐]/;

/**
 * Makes cues of captions by telling who speaks: the voice that WebVTT names, a label before the words (`Anna Berg: …`,
 * `[SPEAKER_01] …`), or nobody known where a dash or `>>` says that somebody else takes over. Who has a label speaks
 * until the next one or such a mark, who has a voice only in that caption.
 */
export function toCues(captions: readonly Caption[]): Cue[] {
  const pieces = captions.map(({ lines }) => listPieces(lines));
  const all = pieces.flat();
  labelPieces(all);
  const hasVoices = all.some(({ voice }) => voice !== null);
  // What stands above the first time is no part of its caption.
  const isHeading = captions[0]?.start === null && captions[0].end === null;
  let speaker: string | null = null;
  return captions.flatMap(({ start, end }, index) =>
    (pieces[index] ?? []).map(({ text, mark, voice, label }): Cue => {
      speaker = voice ?? label ?? (mark !== '' || hasVoices ? null : speaker);
      const isNamed = speaker !== null;
      const isChange = (mark !== '' && !isNamed) || (index === 1 && isHeading);
      return { start, end, speaker, text: isNamed ? text : mark + text, isChange };
    }),
  );
}

function listPieces(lines: readonly CaptionLine[]): Piece[] {
  const dashes = lines.filter(({ text }) => dash.test(text)).length;
  return lines.flatMap(({ voice, text }, index) =>
    text.split(nextSpeaker).map((part, place) => {
      // A dash in the middle of a sentence may come to stand at the start of a line.
      const mayBeDash = place === 0 && (index === 0 || dashes > 1 || hyphen.test(part));
      const mark = arrows.exec(part)?.[0] ?? (mayBeDash ? dash.exec(part)?.[0] : undefined) ?? '';
      return { text: part.slice(mark.length), mark, voice, label: null };
    }),
  );
}

/** Gives the pieces their labels and takes these out of the words; all are looked at together, as in a transcript. */
function labelPieces(pieces: Piece[]) {
  const lines = pieces.map(({ text }) => text.replaceAll('\n', ' '));
  const labels = new Map(
    findLineLabels(lines.join('\n'), ['colon', 'bracket']).map((label) => [label.start, label]),
  );
  let start = 0;
  pieces.forEach((piece, index) => {
    const found = labels.get(start);
    start += (lines[index]?.length ?? 0) + 1;
    if (found === undefined || piece.voice !== null) return;
    piece.label = found.label;
    piece.text = piece.text.slice(found.textStart - found.start).trim();
  });
}
