import type { CodeChoice, Condition, Question, RetrievalFilter, Target } from '../../db/model/retrieval.ts';

/** What the ids of a question are called. */
export type QuestionNames = Record<
  'code' | 'company' | 'practitioner' | 'coder' | 'transcript',
  (id: number) => string
> & { technique: (letter: string) => string };

/** Returns what a question asks for, as a sentence. */
export function describeQuestion({ filter, condition }: Question, names: QuestionNames): string {
  const coded = filter.codes
    ? `Excerpts coded with ${describeCodes(filter.codes, names)}`
    : 'All coded excerpts';
  const parts = [coded, ...describeFilter(filter, names)];
  const around = condition === null ? '' : `, ${describeCondition(condition, names)}`;
  return `${parts.join(' ')}${around}.`;
}

/** Returns codes in words: `D1, D2 or a sub-code of them`. */
export function describeCodes({ ids, withSubCodes }: CodeChoice, { code }: QuestionNames): string {
  if (ids.length === 0) return 'a code that is gone';
  const named = listOr(ids.map(code));
  return withSubCodes ? `${named} (with sub-codes)` : named;
}

function describeFilter(filter: RetrievalFilter, names: QuestionNames): string[] {
  const { companyIds, techniques, practitionerIds, roles, statuses, evidence, coderIds, transcriptIds } =
    filter;
  const { excerptIds, from, to, words } = filter;
  return [
    companyIds && `in company ${listOr(companyIds.map(names.company))}`,
    techniques && `in ${listOr(techniques.map(names.technique))}`,
    transcriptIds && `in the transcript ${listOr(transcriptIds.map(names.transcript))}`,
    practitionerIds && `with words of ${listOr(practitionerIds.map(names.practitioner))}`,
    roles && `with words of a person whose role is ${listOr(roles)}`,
    statuses && `of status ${listOr(statuses)}`,
    evidence && `of evidence type ${listOr(evidence)}`,
    coderIds && `coded by ${listOr(coderIds.map(names.coder))}`,
    from !== undefined && `from ${from}`,
    to !== undefined && `until ${to}`,
    words !== undefined && `that say “${words}”`,
    excerptIds && `among ${excerptIds.length} chosen excerpts`,
  ].filter((part) => typeof part === 'string');
}

function describeCondition(condition: Condition, names: QuestionNames): string {
  switch (condition.is) {
    case 'and':
      return describeParts(condition.of, 'and', names);
    case 'or':
      return describeParts(condition.of, 'or', names);
    case 'at least':
      return `of which at least ${condition.number} hold${condition.number === 1 ? 's' : ''}: ${describeParts(condition.of, ';', names)}`;
    case 'not':
      return 'target' in condition.of
        ? `not ${describeCondition(condition.of, names)}`
        : `of which it does not hold that they are (${describeCondition(condition.of, names)})`;
    default:
      return `${describeRelation(condition)} ${describeTarget(condition.target, names)}`;
  }
}

function describeParts(parts: readonly Condition[], joiner: string, names: QuestionNames): string {
  if (parts.length === 0) return joiner === 'or' ? 'which never holds' : 'whatever is around them';
  const words = parts.map((part) =>
    'of' in part && part.is !== 'not'
      ? `(${describeCondition(part, names)})`
      : describeCondition(part, names),
  );
  return words.join(joiner === ';' ? '; ' : `, ${joiner} `);
}

type Relation = Extract<Condition, { target: Target }>;

function describeRelation(relation: Relation): string {
  switch (relation.is) {
    case 'overlapping':
      return 'overlapping';
    case 'same passage':
      return 'on the very passage of';
    case 'inside':
      return 'inside';
    case 'containing':
      return 'containing';
    case 'near':
      return relation.turns === 0 ? 'in the same turn as' : `within ${describeTurns(relation.turns)} of`;
    case 'followed by':
      return relation.turns === 0
        ? 'followed in the same turn by'
        : `followed within ${describeTurns(relation.turns)} by`;
    case 'preceded by':
      return relation.turns === 0
        ? 'preceded in the same turn by'
        : `preceded within ${describeTurns(relation.turns)} by`;
  }
}

function describeTarget({ codes, condition }: Target, names: QuestionNames): string {
  const coded = codes === null ? 'any other excerpt' : `an excerpt of ${describeCodes(codes, names)}`;
  return condition === null ? coded : `${coded} that is itself (${describeCondition(condition, names)})`;
}

const describeTurns = (turns: number) => (turns === 1 ? '1 turn' : `${turns} turns`);

/** Beyond these a list is cut, for a sentence is to be read. */
const longestList = 6;

function listOr(words: readonly string[]): string {
  if (words.length === 0) return 'something that is gone';
  const cut = words.length > longestList;
  const shown = cut
    ? [...words.slice(0, longestList - 1), `${words.length - longestList + 1} others`]
    : words;
  return shown.length === 1 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`;
}
