import type { Company } from '../../electron/ipc/contract/people.ts';
import type { TranscriptRow } from '../../electron/ipc/contract/transcripts.ts';
import { foldText } from '../codes/code-search.ts';

/** A line of the list: the name of a company, or one of its transcripts with its position among all of them. */
export type ListRow =
  | { kind: 'company'; id: string; label: string; name: string }
  | { kind: 'transcript'; id: string; transcript: TranscriptRow; position: number };

/** Returns the lines of the list: transcripts that hold every word of the filter, under their companies. */
export function listRows(
  transcripts: readonly TranscriptRow[],
  companies: readonly Pick<Company, 'id' | 'name'>[],
  filter: string,
): ListRow[] {
  const words = foldText(filter).split(' ').filter(Boolean);
  const names = new Map(companies.map(({ id, name }) => [id, name]));
  const groups = Map.groupBy(
    transcripts.filter((row) => words.every((word) => searchedText(row).includes(word))),
    ({ companyId }) => companyId,
  );
  let position = 0;
  return [...groups].flatMap(([companyId, rows]): ListRow[] => {
    const label = rows[0]?.company ?? '';
    const name = names.get(companyId) ?? '';
    return [
      { kind: 'company', id: `company ${companyId}`, label, name: name === label ? '' : name },
      ...rows.map((transcript): ListRow => {
        return { kind: 'transcript', id: `transcript ${transcript.id}`, transcript, position: position++ };
      }),
    ];
  });
}

const searchedText = ({ name, company, technique, date, fileName }: TranscriptRow) =>
  foldText(`${name} ${company} ${technique} ${date ?? ''} ${fileName}`);
