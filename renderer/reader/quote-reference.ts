import { isOverlapping, type Span } from '../../db/model/span.ts';
import type { Transcript, Turn } from '../../electron/ipc/contract/transcripts.ts';

type Source = Pick<Transcript, 'name' | 'company' | 'technique' | 'date' | 'text'> & {
  turnList: readonly Pick<Turn, 'start' | 'end' | 'participant' | 'label' | 'time'>[];
};

/**
 * Returns the words of a passage with where they stand, as one quotes them in a paper: “We do.” (P1, company A, technique P,
 * A_P1_2021-02-03, turn 4, 00:12:07). Who speaks goes by the participant id, or by the label where nobody is known.
 */
export function toQuoteWithReference(source: Source, span: Span): string {
  const { text, name, company, technique, turnList } = source;
  const quote = text.slice(span.start, span.end).replace(/\s+/g, ' ').trim();
  const touched = turnList.filter((turn) => isOverlapping(turn, span));
  const speakers = new Set(touched.map(({ participant, label }) => participant ?? label ?? ''));
  const reference = [
    [...speakers].filter(Boolean).join(', '),
    `company ${company}`,
    `technique ${technique}`,
    name,
    describeTurns(turnList, touched),
    touched[0]?.time ?? '',
  ];
  return `“${quote}” (${reference.filter(Boolean).join(', ')})`;
}

function describeTurns<T>(turns: readonly T[], touched: readonly T[]): string {
  const [first, last] = [touched[0], touched.at(-1)];
  if (first === undefined || last === undefined) return '';
  const [from, to] = [turns.indexOf(first) + 1, turns.indexOf(last) + 1];
  return from === to ? `turn ${from}` : `turns ${from}–${to}`;
}
