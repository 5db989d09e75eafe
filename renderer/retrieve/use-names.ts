import { useMemo } from 'react';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import {
  useCoders,
  useCodes,
  useCompanies,
  usePractitioners,
  useTechniques,
  useTranscripts,
} from '../state/queries.ts';
import type { Choice } from './choice-list.tsx';
import type { QuestionNames } from './question-words.ts';

/** What a question can name, as the study has it now. */
export type Vocabulary = {
  names: QuestionNames;
  codes: readonly Code[];
  choices: Record<
    'companies' | 'techniques' | 'practitioners' | 'roles' | 'coders' | 'transcripts',
    Choice[]
  >;
};

export function useVocabulary(): Vocabulary {
  const { data: codes } = useCodes();
  const { data: companies } = useCompanies();
  const { data: techniques } = useTechniques();
  const { data: practitioners } = usePractitioners();
  const { data: coders } = useCoders();
  const { data: transcripts } = useTranscripts();
  return useMemo(() => {
    const choices: Vocabulary['choices'] = {
      companies: (companies ?? []).map(({ id, label, name }) =>
        toChoice(id, label, name === label ? '' : name),
      ),
      techniques: (techniques ?? []).map(({ letter, name }) => toChoice(letter, name, letter)),
      practitioners: (practitioners ?? []).map(({ id, name, role, company, participants }) =>
        toChoice(
          id,
          name,
          [...participants.map(({ label }) => label), role, company].filter(Boolean).join(' · '),
        ),
      ),
      roles: listRoles(practitioners ?? []).map((role) => toChoice(role, role)),
      coders: (coders ?? []).map(({ id, name }) => toChoice(id, name)),
      transcripts: (transcripts ?? []).map(({ id, name, company }) => toChoice(id, name, company)),
    };
    return {
      choices,
      codes: codes ?? [],
      names: {
        code: toNames(
          new Map((codes ?? []).map((code) => [code.id, code.itemRef ?? code.name])),
          'a code that is gone',
        ),
        company: toNames(toLabels(choices.companies), 'a company that is gone'),
        technique: (letter) => choices.techniques.find(({ value }) => value === letter)?.label ?? letter,
        practitioner: toNames(toLabels(choices.practitioners), 'a person who is gone'),
        coder: toNames(toLabels(choices.coders), 'a coder who is gone'),
        transcript: toNames(toLabels(choices.transcripts), 'a transcript that is gone'),
      },
    };
  }, [codes, companies, techniques, practitioners, coders, transcripts]);
}

const toChoice = (value: number | string, label: string, hint = ''): Choice => ({
  value: String(value),
  label,
  ...(hint !== '' && { hint }),
});

const listRoles = (people: readonly { role: string }[]) =>
  [...new Set(people.map(({ role }) => role).filter(Boolean))].toSorted((a, b) => a.localeCompare(b));

const toLabels = (choices: readonly Choice[]) =>
  new Map(choices.map(({ value, label }) => [Number(value), label]));

const toNames = (names: ReadonlyMap<number, string>, gone: string) => (id: number) => names.get(id) ?? gone;
