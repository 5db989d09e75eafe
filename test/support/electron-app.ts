import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { prepareRuntime } from '../../electron/setup/runtime.mjs';

const root = resolve(import.meta.dirname, '..', '..');

/** A running Casebench with its first window, and the folder that holds its settings. */
export type RunningCasebench = { app: ElectronApplication; page: Page; userData: string };

/** `userData` is a folder for settings, a fresh temporary one by default; `args` are handed on to the program. */
export type LaunchOptions = { userData?: string; args?: readonly string[] };

/** Starts the built program as a person would and waits for its first window. */
export async function launchCasebench(options: LaunchOptions = {}): Promise<RunningCasebench> {
  const userData = options.userData ?? (await mkdtemp(join(tmpdir(), 'casebench-user-')));
  const { executable, env } = await chooseRuntime();
  const app = await _electron.launch({
    executablePath: executable,
    args: [...sandboxSwitches(), `--user-data-dir=${userData}`, root, ...(options.args ?? [])],
    env: { ...inheritedEnv(), ...env },
    timeout: 30_000,
  });
  return { app, page: await app.firstWindow(), userData };
}

/** Closes the program and starts it anew with the same settings. */
export async function restartCasebench(
  running: RunningCasebench,
  args: readonly string[] = [],
): Promise<RunningCasebench> {
  await running.app.close();
  return launchCasebench({ userData: running.userData, args });
}

/** Closes the program and deletes its settings. */
export async function closeCasebench(running: RunningCasebench): Promise<void> {
  await running.app.close();
  await rm(running.userData, { recursive: true, force: true });
}

/** `npm test` names the runtime it has prepared; run by hand, a test file chooses it itself. */
async function chooseRuntime(): Promise<{ executable: string; env: Record<string, string> }> {
  const executable = process.env.CASEBENCH_ELECTRON;
  return executable === undefined ? prepareRuntime() : { executable, env: {} };
}

/** Chromium's sandbox does not work for root, as whom tests often run. Only tests go without it. */
function sandboxSwitches(): string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** The environment of the test, without the variable that would turn Electron into Node. */
function inheritedEnv(): Record<string, string> {
  const entries = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined || name === 'ELECTRON_RUN_AS_NODE' ? [] : [[name, value] as const],
  );
  return Object.fromEntries(entries);
}
