import { getOriginal } from '../../db/tables/transcripts.ts';
import { writeWholeFile } from '../export/atomic-file.ts';
import { readTranscriptsByName } from '../import/tables/transcripts-by-name.ts';
import { type Command, needed, readArguments } from './usage.ts';
import { withStudy } from './with-study.ts';

const usage = 'original <study> <transcript> --out f';

/** Saves the file that a transcript was imported from, byte for byte. */
export const originalCommand: Command = {
  name: 'original',
  usage,
  summary: 'Saves the file that a transcript was imported from, byte for byte.',
  run: async (args) => {
    const { options, words } = readArguments(args, { out: { type: 'string' } }, usage, 2);
    const [path, name] = words;
    const wanted = needed(name, 'The transcript', usage);
    const out = needed(options.out, 'The file to write (--out)', usage);
    await withStudy(needed(path, 'The study', usage), async ({ read }) => {
      const transcript = readTranscriptsByName(read).get(wanted.toLowerCase());
      if (!transcript)
        throw new Error(`There is no transcript “${wanted}” in the study; see “stats” for the names.`);
      await writeWholeFile(out, getOriginal(read, transcript.id).bytes);
    });
    return 0;
  },
};
