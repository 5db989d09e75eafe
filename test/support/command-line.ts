import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { prepareRuntime } from '../../electron/setup/runtime.mjs';

const root = resolve(import.meta.dirname, '..', '..');

export type CommandResult = { code: number; stdout: string; stderr: string };

/** Runs the built command line as a script would, in the program's own runtime. */
export async function runCasebench(...args: string[]): Promise<CommandResult> {
  const { executable, env } = await prepareRuntime();
  return new Promise((done) => {
    execFile(
      executable,
      [join(root, 'out', 'main', 'cli.js'), ...args],
      { env: { ...process.env, ...env, ELECTRON_RUN_AS_NODE: '1' }, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => done({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr }),
    );
  });
}
