import { codeHandlers } from './codes.ts';
import { editingHandlers } from './editing.ts';
import { importHandlers } from './imports.ts';
import { maturityHandlers } from './maturity.ts';
import { peopleHandlers } from './people.ts';
import { service } from './service.ts';
import { studyHandlers } from './study.ts';
import { tableHandlers } from './tables.ts';
import { transcriptHandlers } from './transcripts.ts';

/** Everything the contract promises; a missing handler does not compile. */
export const router = service.router({
  ...studyHandlers,
  ...peopleHandlers,
  ...tableHandlers,
  ...transcriptHandlers,
  transcript: { ...transcriptHandlers.transcript, ...editingHandlers.transcript },
  ...importHandlers,
  ...codeHandlers,
  ...maturityHandlers,
});
