import { parseFragment } from 'parse5';

/** A line of a caption without markup; `voice` is the name that WebVTT gives its speaker (`<v Anna Berg>`). */
export type CaptionLine = { voice: string | null; text: string };

/** A caption with the lines that are said in it; times in seconds. */
export type Caption = { start: number | null; end: number | null; lines: CaptionLine[] };

const voiceTag = /<(\/?)v(?:\.[^\s<>]{0,80})?(?:\s+([^<>]{0,200}))?>/gi;
// Tags of WebVTT and SubRip only: `<inaudible>` is what a transcriber wrote.
const markup =
  /<\/?(?:c|i|b|u|s|ruby|rt|lang|font|span|strong|em)(?:[.\s][^<>]{0,200})?\/?>|<\d{1,4}:[\d:.,]{1,20}>|\{\\[^{}]{0,200}\}|\{\/?[biu]\}/gi;
/** How a word of Chinese or Japanese is read, which is written above it. */
const reading = /<rt>([^<>]{0,200})<\/rt>/gi;
const lineBreak = /<br\s{0,4}\/?>|\\[Nn](?=\S)/g;
const entity = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/gi;

/** Returns what the lines of a caption say, without tags, style codes and stamps of words, and with entities read. */
export function readCaptionText(lines: readonly string[]): CaptionLine[] {
  const text = lines.join('\n').replace(lineBreak, '\n').replace(reading, '($1)').replace(markup, '');
  return listVoices(text).flatMap(({ voice, text: said }) =>
    said
      .split('\n')
      .map((line) => ({
        voice,
        text: readEntities(line).replace(/\s+/g, ' ').trim(),
      }))
      .filter((line) => line.text !== ''),
  );
}

/** One caption may hold several voices, each up to the next or to its end tag. */
function listVoices(text: string): CaptionLine[] {
  const voices: CaptionLine[] = [];
  let voice: string | null = null;
  let position = 0;
  for (const found of text.matchAll(voiceTag)) {
    voices.push({ voice, text: text.slice(position, found.index) });
    const name = readEntities(found[2] ?? '')
      .replace(/\s+/g, ' ')
      .trim();
    voice = found[1] === '/' || name === '' ? null : name;
    position = found.index + found[0].length;
  }
  voices.push({ voice, text: text.slice(position) });
  return voices;
}

const known = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  // Where a subtitle may not be broken does not matter to its words, and a search for them should find it.
  ['&nbsp;', ' '],
  ['&lrm;', ''],
  ['&rlm;', ''],
]);

function readEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(entity, (written) => known.get(written) ?? readByHtml(written));
}

/** HTML knows two thousand more, and what numbers mean. */
function readByHtml(written: string): string {
  const [node] = parseFragment(written).childNodes;
  // Of a name it does not know it reads the first letters: `&nothing;` would be `¬hing;`.
  return node !== undefined && 'value' in node && !node.value.endsWith(';') ? node.value : written;
}
