import { basename, dirname, extname } from 'node:path';
import { z } from 'zod';
import { toSpeakerKey } from '../../db/model/speaker.ts';
import { type SpeakerRule, speakerRuleSchema } from '../../db/model/speaker-rule.ts';
import type { ReadHandle, WriteHandle } from '../../db/sql.ts';
import {
  findImportChoice,
  forgetImportChoice,
  rememberImportChoice,
} from '../../db/tables/import-choices.ts';
import { findParticipant, findParticipantById } from '../../db/tables/participants.ts';
import type { FileToImport, SpeakerChoice } from '../ipc/contract/imports.ts';
import { findCompanyWord, guessFromFileName } from './file-names/file-name.ts';
import { isInterviewerWord } from './speakers/words.ts';

/**
 * What a researcher decided in an import, proposed again in the next: who a label of a company is, which company a
 * word of the file's name or a folder means, how files of a kind are read. Participants are remembered by their ids,
 * so that the proposal holds after undo and in a merged study.
 */

const speakerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('participant'), participant: z.string() }),
  z.object({ kind: z.literal('interviewer') }),
  z.object({ kind: z.literal('nobody') }),
  z.object({ kind: z.literal('text') }),
]);
const companySchema = z.object({ company: z.string(), technique: z.string().optional() });
const charsetSchema = z.object({ charset: z.string() });

/** Remembers what was decided about a file; part of the step that imports it. */
export function rememberChoices(write: WriteHandle, wish: FileToImport): void {
  for (const [label, choice] of Object.entries(wish.speakers)) {
    const remembered = toRemembered(write, choice);
    if (remembered && !isObvious(label, remembered))
      rememberImportChoice(write, 'speaker', toSpeakerAbout(wish.company, label), remembered);
  }
  const { company, technique } = wish;
  const word = findCompanyWord(guessFromFileName(wish.path)) ?? null;
  if (word !== null && (toKey(word) !== toKey(company) || recallCompany(write, word) !== undefined))
    rememberImportChoice(write, 'company', toKey(word), { company });
  const folder = toFolder(wish.path);
  if (folder !== undefined) rememberImportChoice(write, 'folder', folder, { company, technique });
  rememberReading(write, wish);
}

/** What would be proposed anyway need not be remembered: P1 for P1, the interviewer for a usual word for one. */
function isObvious(label: string, choice: z.output<typeof speakerSchema>): boolean {
  if (choice.kind === 'participant') return toSpeakerKey(label) === toSpeakerKey(choice.participant);
  return choice.kind === 'interviewer' && isInterviewerWord(label);
}

function rememberReading(write: WriteHandle, { path, rule, charset }: FileToImport): void {
  const kind = toKind(path);
  if (charset !== null) rememberImportChoice(write, 'charset', kind, { charset });
  if (rule?.kind === 'pattern') rememberImportChoice(write, 'rule', kind, rule);
  else if (rule !== null && findImportChoice(write, 'rule', kind) !== undefined)
    forgetImportChoice(write, 'rule', kind);
}

function toRemembered(read: ReadHandle, choice: SpeakerChoice): z.output<typeof speakerSchema> | undefined {
  switch (choice.kind) {
    case 'participant': {
      const participant = findParticipantById(read, choice.participantId);
      return participant && { kind: 'participant', participant: participant.label };
    }
    case 'new':
      return { kind: 'participant', participant: choice.participant };
    case 'same':
      return undefined;
    default:
      return { kind: choice.kind };
  }
}

/** Returns who a label of a company was said to be, as far as the study still knows that person. */
export function recallSpeaker(read: ReadHandle, company: string, label: string): SpeakerChoice | undefined {
  const found = speakerSchema.safeParse(findImportChoice(read, 'speaker', toSpeakerAbout(company, label)));
  if (!found.success) return undefined;
  if (found.data.kind !== 'participant') return found.data;
  const participant = findParticipant(read, found.data.participant);
  return participant && { kind: 'participant', participantId: participant.id };
}

/** Returns the company that a word of a file's name was said to mean. */
export function recallCompany(read: ReadHandle, word: string): string | undefined {
  const found = companySchema.safeParse(findImportChoice(read, 'company', toKey(word)));
  return found.success ? found.data.company : undefined;
}

/** Returns company and technique of the last file that was imported from a folder of this name. */
export function recallFolder(
  read: ReadHandle,
  path: string,
): { company: string; technique?: string | undefined } | undefined {
  const folder = toFolder(path);
  if (folder === undefined) return undefined;
  const found = companySchema.safeParse(findImportChoice(read, 'folder', folder));
  return found.success ? found.data : undefined;
}

/** Returns the character set that was last chosen for a file of this kind. */
export function recallCharset(read: ReadHandle, path: string): string | undefined {
  const found = charsetSchema.safeParse(findImportChoice(read, 'charset', toKind(path)));
  return found.success ? found.data.charset : undefined;
}

/** Returns the pattern that last found the speakers of a file of this kind. */
export function recallRule(read: ReadHandle, path: string): SpeakerRule | undefined {
  const found = speakerRuleSchema.safeParse(findImportChoice(read, 'rule', toKind(path)));
  return found.success ? found.data : undefined;
}

function toSpeakerAbout(company: string, label: string): string {
  return `${toKey(company)}\n${toSpeakerKey(label)}`;
}

function toKey(word: string): string {
  return word.normalize('NFC').trim().toUpperCase();
}

/** The folder's name and that of the one above; more of the path would tell others about somebody's computer. */
function toFolder(path: string): string | undefined {
  const folder = dirname(path);
  const name = [basename(dirname(folder)), basename(folder)].filter((part) => part !== '').join('/');
  return name === '' || name === '.' ? undefined : toKey(name);
}

function toKind(path: string): string {
  return extname(path).toLowerCase() || 'none';
}
