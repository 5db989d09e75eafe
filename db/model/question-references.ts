import { z } from 'zod';
import { type CodeChoice, type Condition, type Question, questionSchema, type Target } from './retrieval.ts';

/** What a question names by the ids of one study file. */
export const referenceKinds = ['code', 'company', 'practitioner', 'coder', 'transcript', 'excerpt'] as const;
export type ReferenceKind = (typeof referenceKinds)[number];

/**
 * A question as it is kept: ids serve only in this file and may be given anew after something was deleted, so each is kept
 * with its guid, and with its name for telling what is gone.
 */
export const storedQuestionSchema = z.strictObject({
  question: questionSchema,
  references: z.array(
    z.strictObject({
      kind: z.enum(referenceKinds),
      id: z.number().int().positive(),
      guid: z.string(),
      name: z.string(),
    }),
  ),
});
export type StoredQuestion = z.output<typeof storedQuestionSchema>;

/** Returns the id in place of another one, or undefined when there is none any more. */
type ToId = (kind: ReferenceKind, id: number) => number | undefined;

/**
 * Returns the question with other ids, each once in its list. What has no id any more is left out; a list that is then empty
 * admits nothing.
 */
export function mapReferences({ version, filter, condition }: Question, toId: ToId): Question {
  const { codes, companyIds, practitionerIds, coderIds, transcriptIds, excerptIds, ...rest } = filter;
  const list = (kind: ReferenceKind, ids: readonly number[]) => mapIds(ids, kind, toId);
  return {
    version,
    filter: {
      ...rest,
      ...(codes && { codes: mapChoice(codes, toId) }),
      ...(companyIds && { companyIds: list('company', companyIds) }),
      ...(practitionerIds && { practitionerIds: list('practitioner', practitionerIds) }),
      ...(coderIds && { coderIds: list('coder', coderIds) }),
      ...(transcriptIds && { transcriptIds: list('transcript', transcriptIds) }),
      ...(excerptIds && { excerptIds: list('excerpt', excerptIds) }),
    },
    condition: condition && mapCondition(condition, toId),
  };
}

/** Returns what a question names, each once. */
export function listReferences(question: Question): { kind: ReferenceKind; id: number }[] {
  const named = new Map<string, { kind: ReferenceKind; id: number }>();
  mapReferences(question, (kind, id) => {
    named.set(`${kind} ${id}`, { kind, id });
    return id;
  });
  return [...named.values()];
}

const mapIds = (ids: readonly number[], kind: ReferenceKind, toId: ToId) => [
  ...new Set(ids.map((id) => toId(kind, id)).filter((id) => id !== undefined)),
];

const mapChoice = ({ ids, withSubCodes }: CodeChoice, toId: ToId): CodeChoice => ({
  ids: mapIds(ids, 'code', toId),
  withSubCodes,
});

function mapTarget({ codes, condition }: Target, toId: ToId): Target {
  return {
    codes: codes && mapChoice(codes, toId),
    condition: condition && mapCondition(condition, toId),
  };
}

function mapCondition(condition: Condition, toId: ToId): Condition {
  if (condition.is === 'not') return { ...condition, of: mapCondition(condition.of, toId) };
  if ('of' in condition) return { ...condition, of: condition.of.map((part) => mapCondition(part, toId)) };
  return { ...condition, target: mapTarget(condition.target, toId) };
}
