import type { Finding } from '../../db/analysis/audit.ts';
import { listFindings } from '../../db/audit.ts';
import { type Command, needed, readArguments } from './usage.ts';
import { withStudy } from './with-study.ts';
import { writeOutput } from './write-output.ts';

const usage = 'check <study> [--json]';

/** Runs the evidence audit. Notes alone leave the exit code at 0; errors and warnings make it 1. */
export const checkCommand: Command = {
  name: 'check',
  usage,
  summary: 'Runs the evidence audit: who speaks for which company, ratings and placements without support.',
  run: async (args) => {
    const { options, words } = readArguments(args, { json: { type: 'boolean' } }, usage);
    const findings = await withStudy(needed(words[0], 'The study', usage), ({ read }) => listFindings(read));
    await writeOutput(
      options.json ? `${JSON.stringify({ findings }, null, 2)}\n` : describeFindings(findings),
      undefined,
    );
    return findings.some(({ severity }) => severity !== 'note') ? 1 : 0;
  },
};

function describeFindings(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'Nothing found.\n';
  const blocks = findings.map(({ check, severity, message, items }) =>
    [
      `${severity}: ${check} (${items.length})`,
      `  ${message}`,
      ...items.map(({ description }) => `  - ${description}`),
    ].join('\n'),
  );
  return `${blocks.join('\n\n')}\n`;
}
