import { importFiles } from '../../import/import-transcripts.ts';
import { compareVersion, previewFiles, previewTurns } from '../../import/preview.ts';
import { charsets } from '../../import/text/charset.ts';
import { withSentenceErrors } from './sentence-errors.ts';
import { service } from './service.ts';

export const importHandlers = {
  import: {
    preview: service.import.preview.handler(({ context: { study }, input, signal }) =>
      withSentenceErrors(study, previewFiles(study, input.files, signal)),
    ),
    turns: service.import.turns.handler(({ context: { study }, input, signal }) =>
      previewTurns(study, input, signal),
    ),
    compare: service.import.compare.handler(({ context: { study }, input, signal }) =>
      compareVersion(study, input, signal),
    ),
    charsets: service.import.charsets.handler(() => [...charsets]),
    run: service.import.run.handler(({ context: { study }, input, signal }) =>
      withSentenceErrors(study, importFiles(study, input.files, input.coderId, signal)),
    ),
  },
};
