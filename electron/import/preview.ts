import type { Study } from '../../db/study.ts';
import type { ImportPreviewEvent, PreviewTurn, VersionEffect } from '../ipc/contract/imports.ts';
import { describeFile, gatherKnown } from './describe-file.ts';
import { giveWay } from './give-way.ts';
import { ImportFileError } from './import-file-error.ts';
import type { ParsedTranscript } from './parsed-transcript.ts';
import { readAhead, type WishedReading } from './read-ahead.ts';
import { readingsAtOnce } from './reading-pool.ts';
import { recallCharset, recallRule } from './remembered-choices.ts';
import { startAhead } from './start-ahead.ts';
import { expandFolders } from './study-files.ts';
import { describeVersion } from './versions/replace-transcript.ts';

/**
 * Reads files and tells, one by one, what an import would make of each, or in one sentence why it cannot be
 * imported. Nothing is written. Folders are searched. Ends early when the signal is aborted.
 */
export async function* previewFiles(
  study: Study,
  wishes: readonly WishedReading[],
  signal?: AbortSignal,
): AsyncGenerator<ImportPreviewEvent> {
  const left = new AbortController();
  const ended = signal ? AbortSignal.any([signal, left.signal]) : left.signal;
  try {
    yield* previewAll(study, wishes, ended);
  } catch (error) {
    if (!ended.aborted) throw error;
  } finally {
    // What is still being read for somebody who no longer listens is in nobody's interest.
    left.abort();
  }
}

async function* previewAll(
  study: Study,
  wishes: readonly WishedReading[],
  signal: AbortSignal,
): AsyncGenerator<ImportPreviewEvent> {
  const { files, problems } = await listFiles(wishes, signal);
  const total = files.length + problems.length;
  for (const [index, problem] of problems.entries())
    yield { kind: 'problem', done: index + 1, total, problem };
  const known = gatherKnown(study.read);
  let done = problems.length;
  for (const { item, result } of startAhead(files, readingsAtOnce, (wish) =>
    readAsKnown(study, wish, signal),
  )) {
    done += 1;
    try {
      const preview = describeFile(known, await result);
      yield { kind: 'file', done, total, file: preview };
    } catch (error) {
      if (!(error instanceof ImportFileError)) throw error;
      yield { kind: 'problem', done, total, problem: { path: item.path, message: error.message } };
    }
    await giveWay();
    signal.throwIfAborted();
  }
}

/** A folder stands for its files; each is then read in the same way. */
async function listFiles(wishes: readonly WishedReading[], signal: AbortSignal) {
  const files = new Map<string, WishedReading>();
  const problems: { path: string; message: string }[] = [];
  for (const wish of wishes) {
    try {
      for (const path of await expandFolders([wish.path], signal)) files.set(path, { ...wish, path });
    } catch (error) {
      if (!(error instanceof ImportFileError)) throw error;
      problems.push({ path: wish.path, message: error.message });
    }
  }
  return { files: [...files.values()], problems };
}

/**
 * Reads a file as it is wished. Where nothing is wished, what was chosen for files of its kind before is tried: the
 * character set where it had to be guessed, the pattern where it finds speakers.
 */
async function readAsKnown(study: Study, wish: WishedReading, signal: AbortSignal) {
  const first = { wish, isRemembered: false, ...(await readAhead(study, wish, signal)) };
  const charset =
    wish.charset === null && first.transcript.parsed.isCharsetGuessed
      ? recallCharset(study.read, wish.path)
      : undefined;
  const rule = wish.rule === null ? recallRule(study.read, wish.path) : undefined;
  if (charset === undefined && rule === undefined) return first;
  const other = { ...wish, charset: charset ?? wish.charset, rule: rule ?? wish.rule };
  try {
    const again = {
      wish: other,
      isRemembered: charset !== undefined,
      ...(await readAhead(study, other, signal)),
    };
    const hasSpeakers = again.transcript.parsed.speakers.some(({ turns }) => turns > 1);
    return rule === undefined || hasSpeakers ? again : first;
  } catch (error) {
    // Nobody has chosen this for this very file: what cannot be followed is no reason to keep it out.
    if (error instanceof ImportFileError) return first;
    throw error;
  }
}

type WishedTurns = WishedReading & { labels: readonly string[]; from: number; count: number };

/**
 * Returns some turns of a file as it is read now, from the turn `from` on, of these labels only where any are given.
 * Throws an ImportFileError.
 */
export async function previewTurns(
  study: Study,
  wish: WishedTurns,
  signal?: AbortSignal,
): Promise<{ total: number; turns: PreviewTurn[] }> {
  const { transcript } = await readAhead(study, wish, signal);
  const wanted = new Set(wish.labels);
  const numbered = transcript.parsed.turns.map((turn, index) => ({ turn, index }));
  const turns =
    wanted.size === 0
      ? numbered
      : numbered.filter(({ turn: { label } }) => label !== null && wanted.has(label));
  return {
    total: turns.length,
    turns: turns
      .slice(wish.from, wish.from + wish.count)
      .map(({ turn, index }) => toPreviewTurn(transcript.parsed, turn, index)),
  };
}

/** So much of a turn is shown, in UTF-16 units. */
const shownUnits = 400;

function toPreviewTurn(
  { text }: ParsedTranscript,
  { label, time, endTime, textStart, end }: ParsedTranscript['turns'][number],
  index: number,
): PreviewTurn {
  const shown = text
    .slice(textStart, Math.min(end, textStart + shownUnits))
    .toWellFormed()
    .trim();
  return { index, label, time, endTime, text: shown, isCut: end - textStart > shownUnits };
}

/** Returns what replacing a transcript by a file would do to its excerpts. Throws an ImportFileError. */
export async function compareVersion(
  study: Study,
  wish: WishedReading & { transcriptId: number },
  signal?: AbortSignal,
): Promise<VersionEffect> {
  const { transcript } = await readAhead(study, wish, signal);
  return describeVersion(study.read, wish.transcriptId, transcript);
}
