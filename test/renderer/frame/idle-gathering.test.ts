import { expect, test } from 'vitest';
import { makeIdleGathering } from '../../../renderer/frame/idle-gathering.ts';

/** A gathering whose idle moments, and the ends of what it handed on, come when the test says so. */
function makeGathering() {
  const idle: (() => void)[] = [];
  const handed: { words: readonly string[]; finish: () => void }[] = [];
  const gather = makeIdleGathering(
    (words) => new Promise((finish) => handed.push({ words, finish })),
    (run) => idle.push(run),
  );
  const passIdle = () => {
    for (const run of idle.splice(0)) run();
  };
  return { gather, handed, idle, passIdle };
}

test('what is gathered before the window has time is handed on together, each word once', () => {
  const { gather, handed, passIdle } = makeGathering();
  gather(['codings', 'excerpts']);
  gather(['codings']);
  expect(handed).toEqual([]);
  passIdle();
  expect(handed.map(({ words }) => words)).toEqual([['codings', 'excerpts']]);
});

test('what comes while the last is worked on waits for its end and goes together', async () => {
  const { gather, handed, idle, passIdle } = makeGathering();
  gather(['codings']);
  passIdle();
  gather(['codings']);
  gather(['memos']);
  expect(idle).toEqual([]);
  handed[0]?.finish();
  await Promise.resolve();
  await Promise.resolve();
  passIdle();
  expect(handed.map(({ words }) => words)).toEqual([['codings'], ['codings', 'memos']]);
});

test('nothing is handed on for nothing', () => {
  const { gather, idle } = makeGathering();
  gather([]);
  expect(idle).toEqual([]);
});
