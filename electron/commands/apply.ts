import { applyTables, tableNames } from '../import/tables/apply-tables.ts';
import { type Command, needed, readArguments, UsageError } from './usage.ts';
import { withStudy } from './with-study.ts';

const usage = `apply <study> ${tableNames.map((name) => `[--${name} f.csv]`).join(' ')}`;

/** Fills a study from tables, all of them or, when anything is wrong, none. */
export const applyCommand: Command = {
  name: 'apply',
  usage,
  summary:
    'Fills a study from CSV or Excel tables as one step: people, sessions, codings, ratings, placements.',
  run: async (args) => {
    const table = { type: 'string' } as const;
    const { options, words } = readArguments(
      args,
      {
        companies: table,
        participants: table,
        sessions: table,
        codings: table,
        ratings: table,
        placements: table,
      },
      usage,
    );
    if (Object.keys(options).length === 0)
      throw new UsageError(`No table is named. Usage: casebench ${usage}`);
    await withStudy(needed(words[0], 'The study', usage), (study) => applyTables(study, options));
    return 0;
  },
};
