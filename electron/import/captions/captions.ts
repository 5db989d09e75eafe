import type { ReadOptions, ReadText, SourceFile, TranscriptFormat } from '../parsed-transcript.ts';
import { writeCues } from '../speech/cues.ts';
import { readFileOfText } from '../text/read-text.ts';
import { readCaptionBlocks } from './blocks.ts';
import { withoutRepeats } from './rolling.ts';
import { toCues } from './speakers.ts';
import { readCaptionText } from './text.ts';

/** WebVTT, recognised by its first word: downloads of Teams, Zoom and YouTube, output of Whisper. */
export const webVtt: TranscriptFormat = {
  name: 'Subtitles (WebVTT)',
  isFormatOf: (file) => /^WEBVTT(?:\s|$)/.test(readHead(file)),
  read: (file, options) => readCaptions(file, options, true),
};

const firstTime = /^(?:\d{1,9}\s{0,9}\n\s{0,99})?(?:\d{1,3}:)?\d{2}:\d{2}(?:[.,]\d{1,9})?[ \t]*-->/;
const anyTime = /(?:^|\n)(?:\d{1,3}:)?\d{2}:\d{2}(?:[.,]\d{1,9})?[ \t]*-->[ \t]*\d/;

/** SubRip, recognised by its first time; by any where the file is called so. */
export const subRip: TranscriptFormat = {
  name: 'Subtitles (SubRip)',
  isFormatOf: (file) =>
    firstTime.test(readHead(file)) || (/\.(?:srt|vtt)$/i.test(file.name) && anyTime.test(readHead(file))),
  read: (file, options) => readCaptions(file, options, false),
};

const subViewerTime = /^\d{1,3}:\d{2}:\d{2}\.\d{1,3},\d{1,3}:\d{2}:\d{2}\.\d{1,3}[ \t]{0,9}\n/;

/** SubViewer as YouTube and Google Meet write it (.sbv), recognised by its first time. */
export const subViewer: TranscriptFormat = {
  name: 'Subtitles (SBV)',
  isFormatOf: (file) => subViewerTime.test(readHead(file)),
  read: async (file, options) => ({
    ...(await readCaptions(file, options, false)),
    mediaType: 'text/plain',
  }),
};

/** Returns the beginning of a file as Latin text, whatever its character set, without byte order mark and white space. */
function readHead({ bytes }: SourceFile): string {
  return Buffer.from(bytes.subarray(0, 4_000))
    .toString('latin1')
    .replace(/\0/g, '')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s+|^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replace(/\r\n?/g, '\n');
}

async function readCaptions(file: SourceFile, options: ReadOptions, isVtt: boolean): Promise<ReadText> {
  const source = readFileOfText(file, options.charset);
  const { captions, badTimes, backwards, comments, hasHeading } = readCaptionBlocks(source.text, isVtt);
  const read = captions.map(({ start, end, lines }) => ({ start, end, lines: readCaptionText(lines) }));
  const fresh = withoutRepeats(read);
  const { text, turns } = writeCues(toCues(fresh));
  return {
    ...source,
    text,
    turns,
    mediaType: isVtt ? 'text/vtt' : 'application/x-subrip',
    boldHeads: [],
    speechEnd: text.length,
    notes: [
      ...source.notes,
      ...(fresh.length < read.length ? [rollingNote] : []),
      ...(hasHeading ? ['The description above the subtitles was left out.'] : []),
      ...(comments > 0 ? [`Comments in the subtitles (NOTE) were left out: ${comments}.`] : []),
      ...toTimeNote('Times could not be read; the words were kept', badTimes),
      ...toTimeNote('Times run backwards; the order of the file was kept', backwards),
    ],
  };
}

const rollingNote = 'Lines that the subtitles show twice, because they roll, were taken once.';
const mostNamed = 5;

function toTimeNote(what: string, lines: readonly number[]): string[] {
  if (lines.length === 0) return [];
  const named = lines.slice(0, mostNamed).join(', ');
  const others = lines.length > mostNamed ? ` and ${lines.length - mostNamed} more` : '';
  return [`${what}: line ${named}${others}.`];
}
