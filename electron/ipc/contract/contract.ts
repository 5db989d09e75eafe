import { codeContract } from './codes.ts';
import { editingContract } from './editing.ts';
import { importContract } from './imports.ts';
import { maturityContract } from './maturity.ts';
import { peopleContract } from './people.ts';
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
};
export type Contract = typeof contract;
