import studyAndEvidence from './migrations/0001-a-study-and-its-chain-of-evidence.sql?raw';
import whereTranscriptsComeFrom from './migrations/0002-where-transcripts-come-from.sql?raw';
import whatTheDeskKeeps from './migrations/0003-what-the-desk-keeps.sql?raw';

export type Migration = { number: number; purpose: string; sql: string };

/** Every migration in order, numbered from 1 without gaps. Together they are the only description of the schema. */
export const migrations: readonly Migration[] = [
  { number: 1, purpose: 'a study and its chain of evidence', sql: studyAndEvidence },
  { number: 2, purpose: 'where transcripts come from', sql: whereTranscriptsComeFrom },
  { number: 3, purpose: 'what the desk keeps', sql: whatTheDeskKeeps },
];
