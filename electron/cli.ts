import { commands } from './commands/commands.ts';
import { UsageError } from './commands/usage.ts';

/**
 * Casebench without a window: the same study code, import, analysis and export. Exit codes: 0 well, 1 the
 * study or a file has problems, 2 wrong usage. Errors are sentences on stderr.
 */
// A reader such as `head` may close the pipe before everything is written; that is no failure.
process.stdout.on('error', (error: Error & { code?: string }) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  },
);

async function run([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(helpText());
    return name === undefined ? 2 : 0;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) {
    throw new UsageError(
      `There is no command “${name}”; casebench knows ${commands.map((one) => one.name).join(', ')}.`,
    );
  }
  if (args.includes('--help')) {
    process.stdout.write(`casebench ${command.usage}\n  ${command.summary}\n`);
    return 0;
  }
  return command.run(args);
}

function helpText(): string {
  const lines = commands.map(({ usage, summary }) => `  ${usage}\n      ${summary}`);
  return `Usage: casebench <command> …\n\n${lines.join('\n')}\n\nExit codes: 0 well, 1 the study has problems, 2 wrong usage.\n`;
}
