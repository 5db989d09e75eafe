import type { ReadOptions, ReadText, SourceFile, TranscriptFormat } from '../parsed-transcript.ts';
import { writeCues } from '../speech/cues.ts';
import { readFileOfText } from '../text/read-text.ts';
import { toCues } from './speakers.ts';
import type { Caption, CaptionLine } from './text.ts';

/** SubStation Alpha (.ass, .ssa), which Aegisub writes: a line for each caption, with the speaker in a field. */
export const subStation: TranscriptFormat = {
  name: 'Subtitles (SubStation)',
  isFormatOf: ({ bytes }) =>
    /^(?:\xef\xbb\xbf)?\s*\[Script Info\]/i.test(
      Buffer.from(bytes.subarray(0, 200))
        .toString('latin1')
        .replace(/\0|^\xff\xfe|^\xfe\xff/g, ''),
    ),
  read,
};

async function read(file: SourceFile, options: ReadOptions): Promise<ReadText> {
  const source = readFileOfText(file, options.charset);
  const { text, turns } = writeCues(toCues(listCaptions(source.text)));
  return {
    ...source,
    text,
    turns,
    mediaType: 'text/x-ssa',
    boldHeads: [],
    speechEnd: text.length,
  };
}

/** The fields of version 4, for a file that does not say which it has. */
const usualFields = 'layer,start,end,style,name,marginl,marginr,marginv,effect,text';

function listCaptions(text: string): Caption[] {
  const captions: Caption[] = [];
  let fields = usualFields.split(',');
  for (const line of text.split('\n')) {
    const named = /^Format:(.*\bText)\s*$/i.exec(line)?.[1];
    if (named !== undefined) fields = named.split(',').map((field) => field.trim().toLowerCase());
    const values = /^Dialogue:\s*(.*)$/i.exec(line)?.[1];
    if (values !== undefined) captions.push(toCaption(fields, values));
  }
  return captions;
}

function toCaption(fields: readonly string[], values: string): Caption {
  const parts = values.split(',');
  const get = (field: string) => parts[fields.indexOf(field)]?.trim() ?? '';
  // The words come last and may have commas.
  const said = parts.slice(fields.length - 1).join(',');
  const voice = get('name') || get('actor') || null;
  const lines = said
    .replace(/\{\\[^{}]*\}/g, '')
    .replace(/\\h/g, ' ')
    .split(/\\[Nn]/)
    .map((line): CaptionLine => ({ voice, text: line.trim() }))
    .filter((line) => line.text !== '');
  return { start: toSeconds(get('start')), end: toSeconds(get('end')), lines };
}

function toSeconds(written: string): number | null {
  const [, hours, minutes, seconds] = /^(\d{1,3}):(\d{1,2}):(\d{1,2}(?:\.\d{1,3})?)$/.exec(written) ?? [];
  if (seconds === undefined) return null;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
