import type { CrosstabKind } from '../../db/model/crosstab.ts';
import { crosstabCounts, crosstabShares } from '../../db/model/crosstab.ts';
import { buildCodeSheet, type CodeTable, writeCodeTable } from '../export/code-tables.ts';
import { writeCsvRows } from '../export/csv.ts';
import { type Command, needed, oneAmong, readArguments, UsageError } from './usage.ts';
import { withStudy } from './with-study.ts';
import { writeOutput } from './write-output.ts';

const usage =
  'table <study> codes-by-company|codes-by-transcript|codes-by-practitioner|codes-by-technique|codes-by-role|co-occurrence|framework [--count excerpts|persons] [--share row|column|table] [--sub-codes] [--near 2] [--coefficient] [--hide-empty] [--out f.csv|.xlsx]';

const kinds = {
  'codes-by-company': 'company',
  'codes-by-transcript': 'transcript',
  'codes-by-practitioner': 'practitioner',
  'codes-by-technique': 'technique',
  'codes-by-role': 'role',
} as const satisfies Record<string, CrosstabKind>;
const names = [
  'codes-by-company',
  'codes-by-transcript',
  'codes-by-practitioner',
  'codes-by-technique',
  'codes-by-role',
  'co-occurrence',
  'framework',
] as const;

type Options = {
  count?: string;
  share?: string;
  near?: string;
  'sub-codes'?: boolean;
  coefficient?: boolean;
  'hide-empty'?: boolean;
};

/** Writes a table of codes; the format is the ending of the file, and CSV on stdout without one. */
export const tableCommand: Command = {
  name: 'table',
  usage,
  summary:
    'Writes a table of codes as CSV or Excel: by company, transcript, practitioner, technique or role, which codes occur together (overlapping, or --near so many turns), or the framework matrix with its summaries.',
  run: async (args) => {
    const text = { type: 'string' } as const;
    const flag = { type: 'boolean' } as const;
    const { options, words } = readArguments(
      args,
      {
        count: text,
        share: text,
        near: text,
        out: text,
        'sub-codes': flag,
        coefficient: flag,
        'hide-empty': flag,
      },
      usage,
      2,
    );
    const path = needed(words[0], 'The study', usage);
    const name = oneAmong(needed(words[1], 'The name of the table', usage), names, 'The table');
    const table = toTable(name, options);
    const { out } = options;
    const format = out === undefined ? undefined : findFormat(out);
    await withStudy(path, async ({ read }) => {
      if (out !== undefined && format !== undefined)
        return writeCodeTable(read, table, { path: out, format });
      const { head, rows } = buildCodeSheet(read, table);
      return writeOutput(writeCsvRows(head, rows), undefined);
    });
    return 0;
  },
};

function toTable(name: (typeof names)[number], options: Options): CodeTable {
  const counts = oneAmong(options.count ?? 'excerpts', crosstabCounts, '--count');
  const share = oneAmong(options.share ?? 'number', crosstabShares, '--share');
  const common = { counts, withSubCodes: options['sub-codes'] ?? false };
  const hidesEmpty = options['hide-empty'] ?? false;
  if (name === 'framework') return { table: 'framework', choice: {} };
  if (name === 'co-occurrence') {
    return {
      table: 'co-occurrence',
      choice: { ...common, nearTurns: options.near === undefined ? null : readTurns(options.near) },
      shows: options.coefficient ? 'coefficient' : 'count',
      hidesEmpty,
    };
  }
  const view = { share, rows: 'study', columns: 'study', hidesEmpty } as const;
  return { table: 'codes', choice: { ...common, kind: kinds[name] }, view };
}

function readTurns(text: string): number {
  const turns = Number(text);
  if (Number.isInteger(turns) && turns >= 0 && turns <= 1000) return turns;
  throw new UsageError(`“${text}” is no number of turns; give 0 (the same turn) up to 1000.`);
}

function findFormat(path: string): 'csv' | 'xlsx' {
  const ending = /\.(csv|xlsx)$/i.exec(path)?.[1]?.toLowerCase();
  if (ending === 'csv' || ending === 'xlsx') return ending;
  throw new UsageError(`“${path}” ends in no format of tables; use .csv or .xlsx.`);
}
