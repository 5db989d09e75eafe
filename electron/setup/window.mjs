import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from './paths.mjs';
import { say } from './sentences.mjs';

const USER_NAMESPACES = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns';

/** A start that ends this soon has failed; later the person has closed the window or the program has met a fault. */
const SOON_MS = 5_000;

/** Lines of Chromium's own log, such as missing D-Bus services; they are harmless and tell a researcher nothing. */
const CHROMIUM_LOG = /^\[\d+:\d{4}\/\d{6}\.\d+:(INFO|WARNING|ERROR):/;

/**
 * Opens the program's window and waits until it is closed.
 * @param {import('./runtime.mjs').Runtime} runtime
 * @param {readonly string[]} args Handed on to the program.
 * @returns {Promise<number>} The program's exit code.
 */
export async function openWindow(runtime, args) {
  const begin = Date.now();
  const isLogWanted = Boolean(process.env.ELECTRON_ENABLE_LOGGING);
  const child = spawn(runtime.executable, [root, ...args], {
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env: withoutRunAsNode({ ...process.env, ...runtime.env }),
    stdio: ['inherit', 'inherit', isLogWanted ? 'inherit' : 'pipe'],
  });
  if (child.stderr !== null) passOnErrors(child.stderr);
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
    process.on(signal, () => child.kill(signal));
  const code = await new Promise((settle) => {
    child.on('error', (error) => {
      say(error.message);
      settle(127);
    });
    child.on('close', (exitCode, signal) => settle(exitCode ?? (signal === 'SIGINT' ? 0 : 1)));
  });
  if (code !== 0 && Date.now() - begin < SOON_MS) explainSandbox(runtime, args);
  return code;
}

/** A shell that has this variable set, as some editors' terminals do, would get Node instead of a window. */
function withoutRunAsNode(/** @type {NodeJS.ProcessEnv} */ env) {
  const { ELECTRON_RUN_AS_NODE: _, ...rest } = env;
  return rest;
}

function passOnErrors(/** @type {import('node:stream').Readable} */ stream) {
  createInterface({ input: stream }).on('line', (line) => {
    if (!CHROMIUM_LOG.test(line)) say(line);
  });
}

/**
 * @param {import('./runtime.mjs').Runtime} runtime
 * @param {readonly string[]} args
 */
function explainSandbox(runtime, args) {
  if (!areUserNamespacesRestricted() || args.includes('--no-sandbox')) return;
  const helper = join(dirname(runtime.executable), 'chrome-sandbox');
  say(
    "This system keeps ordinary programs from making user namespaces, which Chromium's sandbox needs. Either hand " +
      `it its helper by: sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'\n` +
      'or start without the sandbox by: npm start -- --no-sandbox',
  );
}

function areUserNamespacesRestricted() {
  try {
    return readFileSync(USER_NAMESPACES, 'utf8').trim() === '1';
  } catch {
    return false;
  }
}
