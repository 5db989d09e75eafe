import { listPreconditions } from '../../db/model/scheme.ts';
import { getScheme } from '../../db/tables/schemes.ts';
import { buildMapping, toMappingCsv, toMappingJson } from '../export/mapping.ts';
import { buildStats, type StudyStats } from '../export/stats.ts';
import { buildTriangulation, toTriangulationCsv, toTriangulationJson } from '../export/triangulation.ts';
import { type Command, needed, oneAmong, readArguments } from './usage.ts';
import { withStudy } from './with-study.ts';
import { writeOutput } from './write-output.ts';

const tableOptions = { format: { type: 'string' }, out: { type: 'string' } } as const;
const formats = ['json', 'csv'] as const;
const mappingUsage = 'mapping <study> [--format json|csv] [--out f]';

/** Writes the case mapping. */
export const mappingCommand: Command = {
  name: 'mapping',
  usage: mappingUsage,
  summary: 'Writes the case mapping: company × precondition ratings, placement, rationale, excerpts.',
  run: async (args) => {
    const { options, words } = readArguments(args, tableOptions, mappingUsage);
    const format = oneAmong(options.format ?? 'json', formats, '--format');
    const text = await withStudy(needed(words[0], 'The study', mappingUsage), ({ read }) => {
      const names = new Map(listPreconditions(getScheme(read)).map(({ id, name }) => [id, name]));
      return format === 'csv' ? toMappingCsv(buildMapping(read), names) : toMappingJson(buildMapping(read));
    });
    await writeOutput(text, options.out);
    return 0;
  },
};

const triangulationUsage = 'triangulation <study> [--format json|csv] [--out f]';

/** Writes every claim with its degree. */
export const triangulationCommand: Command = {
  name: 'triangulation',
  usage: triangulationUsage,
  summary: 'Writes what is said of each item in each company, by whom, in which technique, to which degree.',
  run: async (args) => {
    const { options, words } = readArguments(args, tableOptions, triangulationUsage);
    const format = oneAmong(options.format ?? 'json', formats, '--format');
    const text = await withStudy(needed(words[0], 'The study', triangulationUsage), ({ read }) => {
      const table = buildTriangulation(read);
      return format === 'csv' ? toTriangulationCsv(table) : toTriangulationJson(table);
    });
    await writeOutput(text, options.out);
    return 0;
  },
};

const statsUsage = 'stats <study> [--json]';

/** Tells what a study holds. */
export const statsCommand: Command = {
  name: 'stats',
  usage: statsUsage,
  summary: 'Tells what a study holds: transcripts with words, turns, speakers and codings.',
  run: async (args) => {
    const { options, words } = readArguments(args, { json: { type: 'boolean' } }, statsUsage);
    const stats = await withStudy(needed(words[0], 'The study', statsUsage), ({ read }) => buildStats(read));
    await writeOutput(options.json ? `${JSON.stringify(stats, null, 2)}\n` : describeStats(stats), undefined);
    return 0;
  },
};

function describeStats({ transcripts, codings, coders, practitioners }: StudyStats): string {
  const lines = transcripts.map(
    ({ name, company, technique, words, turns, codings: coded }) =>
      `${company} ${technique}  ${name}: ${count(words, 'word')}, ${count(turns, 'turn')}, ${count(coded, 'coding')}`,
  );
  return `${[...lines, `${count(transcripts.length, 'transcript')}, ${count(codings, 'coding')}, ${count(coders, 'coder')}, ${count(practitioners, 'practitioner')}`].join('\n')}\n`;
}

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
