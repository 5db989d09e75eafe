import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {Record<string, string | undefined>} [env] Added to the environment of this process.
 * @property {'inherit' | 'stderr' | 'capture'} [output] Where the program's output goes: to the terminal as it is,
 *   all of it to stderr, or into the answer. Default: `inherit`.
 *
 * @typedef {object} RunResult
 * @property {number} code Exit code; 127 when the program could not be started, 128 + n when signal n ended it.
 * @property {string} output Standard output and error as they came, when captured.
 */

/** @type {Record<'inherit' | 'stderr' | 'capture', import('node:child_process').StdioOptions>} */
const streams = { inherit: 'inherit', stderr: ['inherit', 2, 2], capture: ['ignore', 'pipe', 'pipe'] };

/**
 * Runs a program to its end. Never rejects: a program that is missing answers 127.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 */
export function run(program, args, options = {}) {
  const where = options.output ?? 'inherit';
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: streams[where],
    windowsHide: where !== 'inherit',
  });
  const stopForwarding = forwardSignals(child);
  let output = '';
  child.stdout?.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    output += chunk;
  });
  return new Promise((settle) => {
    const finish = (/** @type {RunResult} */ result) => {
      stopForwarding();
      settle(result);
    };
    child.on('error', (error) => finish({ code: 127, output: `${output}${error.message}\n` }));
    child.on('close', (code, signal) => finish({ code: code ?? signalCode(signal), output }));
  });
}

/**
 * Runs npm: the one that started this script when there is one, else the one on the PATH.
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 */
export function runNpm(args, options = {}) {
  const script = findNpmScript();
  if (script !== undefined) return run(process.execPath, [script, ...args], options);
  return run('npm', args, options);
}

/** npm is a script: started through Node it needs no shell, which Windows would want for `npm.cmd`. */
function findNpmScript() {
  const beside = dirname(process.execPath);
  const candidates = [
    process.env.npm_execpath,
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  return candidates.find((path) => path?.endsWith('npm-cli.js') && existsSync(path));
}

/** Ctrl+C reaches the child through the terminal; a signal sent to this process alone has to be passed on. */
function forwardSignals(/** @type {import('node:child_process').ChildProcess} */ child) {
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  const forward = (/** @type {NodeJS.Signals} */ signal) => void child.kill(signal);
  for (const signal of signals) process.on(signal, forward);
  return () => {
    for (const signal of signals) process.off(signal, forward);
  };
}

/** @param {NodeJS.Signals | null} signal */
function signalCode(signal) {
  const numbers = /** @type {Record<string, number>} */ ({
    SIGHUP: 1,
    SIGINT: 2,
    SIGKILL: 9,
    SIGSEGV: 11,
    SIGTERM: 15,
  });
  return 128 + (numbers[signal ?? ''] ?? 0);
}
