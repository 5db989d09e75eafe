import { autoCodeHandlers } from './auto-code.ts';
import { codeHandlers } from './codes.ts';
import { crosstabHandlers } from './crosstabs.ts';
import { editingHandlers } from './editing.ts';
import { importHandlers } from './imports.ts';
import { maturityHandlers } from './maturity.ts';
import { memoHandlers } from './memos.ts';
import { peopleHandlers } from './people.ts';
import { retrievalHandlers } from './retrieval.ts';
import { searchHandlers } from './search.ts';
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
  ...crosstabHandlers,
  ...memoHandlers,
  ...retrievalHandlers,
  ...searchHandlers,
  ...autoCodeHandlers,
});
