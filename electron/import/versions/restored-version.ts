import { z } from 'zod';
import type { TranscriptEdit } from '../../../db/edit-transcript.ts';
import type { EditedTurn, StoredTurn } from '../../../db/model/draft-turn.ts';
import type { Replacement } from '../../../db/model/replacement.ts';
import type { TextEdit } from '../../../db/model/text-edit.ts';
import { markOf } from '../../../db/model/text-mark.ts';
import type { ReadHandle } from '../../../db/sql.ts';
import { getVersion } from '../../../db/tables/transcript-versions.ts';
import { getTranscriptText } from '../../../db/tables/transcripts.ts';
import { listStoredTurns } from '../../../db/tables/turn-edits.ts';
import { listLabelSpeakers } from '../../../db/tables/turns.ts';
import { versionSchema } from '../../ipc/contract/transcripts.ts';
import { findEdits } from './text-diff.ts';

/**
 * Returns the edit that brings the text and the turns of a former version back. A version knows labels but no people: a
 * turn that is still there keeps its speaker, any other gets whom its label stands for now. Throws when there is no such
 * version.
 */
export function editToVersion(read: ReadHandle, transcriptId: number, versionId: number): TranscriptEdit {
  const version = getVersion(read, transcriptId, versionId);
  const before = getTranscriptText(read, transcriptId);
  const stored = listStoredTurns(read, transcriptId);
  const edits = before === version.text ? [] : findEdits(before, version.text);
  const speakers = new Map(listLabelSpeakers(read, transcriptId).map(({ label, ...who }) => [label, who]));
  const staying = new Map(listStarts(stored, edits));
  const turns = versionTurns.parse(version.turns).map((turn): EditedTurn => {
    const former = staying.get(turn.start);
    staying.delete(turn.start);
    const known = former?.label === turn.label ? former : speakers.get(turn.label ?? '');
    return {
      ...turn,
      id: former?.id ?? null,
      endTime: former?.endTime ?? null,
      participantId: known?.participantId ?? null,
      isInterviewer: known?.isInterviewer ?? false,
    };
  });
  return { base: markOf(before, stored), replacements: toReplacements(edits, version.text), turns };
}

const versionTurns = z.array(versionSchema.shape.turns.element);

/** Tells at which offset of the later text each turn begins, for those whose beginning was not cut away. */
function listStarts(stored: readonly StoredTurn[], edits: readonly TextEdit[]): [number, StoredTurn][] {
  const starts: [number, StoredTurn][] = [];
  let passed = 0;
  let shift = 0;
  for (const turn of stored) {
    for (let edit = edits[passed]; edit && edit.end <= turn.start; edit = edits[passed]) {
      shift += edit.inserted - (edit.end - edit.start);
      passed += 1;
    }
    const next = edits[passed];
    if (!next || next.start >= turn.start) starts.push([turn.start + shift, turn]);
  }
  return starts;
}

function toReplacements(edits: readonly TextEdit[], later: string): Replacement[] {
  let shift = 0;
  return edits.map(({ start, end, inserted }) => {
    const place = start + shift;
    shift += inserted - (end - start);
    return { start, end, text: later.slice(place, place + inserted) };
  });
}
