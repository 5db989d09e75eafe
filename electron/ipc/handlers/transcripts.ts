import { listCodingsOfTranscript } from '../../../db/tables/codings.ts';
import { getVersion, getVersionOriginal, listVersions } from '../../../db/tables/transcript-versions.ts';
import {
  deleteTranscript,
  getOriginal,
  getTranscript,
  getTranscriptText,
  listTranscripts,
  renameTranscript,
} from '../../../db/tables/transcripts.ts';
import { listTurns, setSpeaker } from '../../../db/tables/turns.ts';
import { writeWholeFile } from '../../export/atomic-file.ts';
import { versionSchema } from '../contract/transcripts.ts';
import { service } from './service.ts';

export const transcriptHandlers = {
  transcript: {
    list: service.transcript.list.handler(({ context: { study }, input }) =>
      listTranscripts(study.read, input?.coderIds),
    ),
    get: service.transcript.get.handler(({ context: { study }, input: { id } }) => ({
      ...getTranscript(study.read, id),
      text: getTranscriptText(study.read, id),
      turnList: listTurns(study.read, id).map((turn) => ({
        ...turn,
        isInterviewer: turn.isInterviewer === 1,
      })),
      codingList: listCodingsOfTranscript(study.read, id),
    })),
    rename: service.transcript.rename.handler(({ context: { study }, input: { id, name } }) => {
      study.transact({ label: `Rename transcript to ${name}` }, (write) => renameTranscript(write, id, name));
    }),
    delete: service.transcript.delete.handler(({ context: { study }, input: { id } }) => {
      const { name } = getTranscript(study.read, id);
      study.transact({ label: `Delete transcript ${name}` }, (write) => deleteTranscript(write, id));
    }),
    setSpeaker: service.transcript.setSpeaker.handler(
      ({ context: { study }, input: { id, label, ...speaker } }) => {
        study.transact({ label: `Assign speaker ${label}` }, (write) =>
          setSpeaker(write, id, label, speaker),
        );
      },
    ),
    saveOriginal: service.transcript.saveOriginal.handler(
      async ({ context: { study }, input: { id, versionId, path } }) => {
        const { bytes } =
          versionId === null ? getOriginal(study.read, id) : getVersionOriginal(study.read, id, versionId);
        await writeWholeFile(path, bytes);
      },
    ),
    versions: service.transcript.versions.handler(({ context: { study }, input: { id } }) =>
      listVersions(study.read, id),
    ),
    version: service.transcript.version.handler(({ context: { study }, input: { id, versionId } }) => {
      const { turns, ...version } = getVersion(study.read, id, versionId);
      return { ...version, turns: versionSchema.shape.turns.parse(turns) };
    }),
  },
};
