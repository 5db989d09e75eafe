import { listCodingsOfTranscript } from '../../../db/tables/codings.ts';
import {
  deleteTranscript,
  getTranscript,
  getTranscriptText,
  listTranscripts,
  renameTranscript,
} from '../../../db/tables/transcripts.ts';
import { listTurns, setSpeaker } from '../../../db/tables/turns.ts';
import { importFiles } from '../../import/import-transcripts.ts';
import { previewFiles } from '../../import/preview.ts';
import { service } from './service.ts';

export const transcriptHandlers = {
  transcript: {
    list: service.transcript.list.handler(({ context: { study } }) => listTranscripts(study.read)),
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
  },
  import: {
    preview: service.import.preview.handler(({ context: { study }, input, signal }) =>
      previewFiles(study, input.paths, signal),
    ),
    run: service.import.run.handler(({ context: { study }, input, signal }) =>
      importFiles(study, input.files, input.coderId, signal),
    ),
  },
};
