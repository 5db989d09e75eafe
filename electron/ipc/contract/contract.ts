import { autoCodeContract } from './auto-code.ts';
import { codeContract } from './codes.ts';
import { crosstabContract } from './crosstabs.ts';
import { editingContract } from './editing.ts';
import { importContract } from './imports.ts';
import { maturityContract } from './maturity.ts';
import { memoContract } from './memos.ts';
import { peopleContract } from './people.ts';
import { retrievalContract } from './retrieval.ts';
import { searchContract } from './search.ts';
import { studyContract } from './study.ts';
import { tableContract } from './tables.ts';
import { transcriptContract } from './transcripts.ts';

/** All that the window may ask of the study service: arguments and answers, nothing of how it is done. */
export const contract = {
  ...studyContract,
  ...peopleContract,
  ...transcriptContract,
  transcript: { ...transcriptContract.transcript, ...editingContract.transcript },
  ...importContract,
  ...tableContract,
  ...codeContract,
  ...maturityContract,
  ...crosstabContract,
  ...memoContract,
  ...retrievalContract,
  ...searchContract,
  ...autoCodeContract,
};
export type Contract = typeof contract;
