import type { ReadHandle } from '../../../db/sql.ts';
import { deleteCompany, insertCompany, listCompanies, updateCompany } from '../../../db/tables/companies.ts';
import {
  countTurnsByParticipant,
  listParticipants,
  setParticipants,
} from '../../../db/tables/participants.ts';
import {
  deletePractitioner,
  insertPractitioner,
  listPractitioners,
  updatePractitioner,
} from '../../../db/tables/practitioners.ts';
import {
  deleteSession,
  insertSession,
  listPresence,
  listSessions,
  setPresence,
  updateSession,
} from '../../../db/tables/sessions.ts';
import { insertTechnique, listTechniques, updateTechnique } from '../../../db/tables/techniques.ts';
import { listTranscripts } from '../../../db/tables/transcripts.ts';
import { service } from './service.ts';

export const peopleHandlers = {
  company: {
    list: service.company.list.handler(({ context: { study } }) => listCompanies(study.read)),
    save: service.company.save.handler(({ context: { study }, input: { id, ...company } }) => ({
      id: study.transact({ label: `${id ? 'Change' : 'Add'} company ${company.label}` }, (write) => {
        if (id === undefined) return insertCompany(write, company);
        updateCompany(write, { id, ...company });
        return id;
      }),
    })),
    delete: service.company.delete.handler(({ context: { study }, input: { id } }) => {
      study.transact({ label: 'Delete company' }, (write) => deleteCompany(write, id));
    }),
  },
  technique: {
    list: service.technique.list.handler(({ context: { study } }) => listTechniques(study.read)),
    save: service.technique.save.handler(({ context: { study }, input: { id, letter, name } }) => ({
      id: study.transact({ label: `${id ? 'Change' : 'Add'} technique ${letter}` }, (write) => {
        if (id === undefined) return insertTechnique(write, { letter, name });
        updateTechnique(write, { id, letter, name });
        return id;
      }),
    })),
  },
  practitioner: {
    list: service.practitioner.list.handler(({ context: { study } }) => listPractitionersWithIds(study.read)),
    save: service.practitioner.save.handler(
      ({ context: { study }, input: { id, participants, ...fields } }) => ({
        id: study.transact({ label: `${id ? 'Change' : 'Add'} practitioner ${fields.name}` }, (write) => {
          if (id !== undefined) updatePractitioner(write, id, fields);
          const practitionerId = id ?? insertPractitioner(write, fields);
          setParticipants(write, practitionerId, participants);
          return practitionerId;
        }),
      }),
    ),
    delete: service.practitioner.delete.handler(({ context: { study }, input: { id } }) => {
      study.transact({ label: 'Delete practitioner' }, (write) => deletePractitioner(write, id));
    }),
  },
  session: {
    list: service.session.list.handler(({ context: { study } }) => listSessionsWithPresence(study.read)),
    save: service.session.save.handler(
      ({ context: { study }, input: { id, participantIds, ...fields } }) => ({
        id: study.transact({ label: `${id ? 'Change' : 'Add'} session ${fields.label}` }, (write) => {
          if (id !== undefined) updateSession(write, id, fields);
          const sessionId = id ?? insertSession(write, fields);
          setPresence(write, sessionId, participantIds);
          return sessionId;
        }),
      }),
    ),
    delete: service.session.delete.handler(({ context: { study }, input: { id } }) => {
      study.transact({ label: 'Delete session' }, (write) => deleteSession(write, id));
    }),
  },
};

function listPractitionersWithIds(read: ReadHandle) {
  const turns = countTurnsByParticipant(read);
  const participants = Map.groupBy(listParticipants(read), ({ practitionerId }) => practitionerId);
  return listPractitioners(read).map((practitioner) => ({
    ...practitioner,
    participants: (participants.get(practitioner.id) ?? []).map((participant) => ({
      ...participant,
      turns: turns.get(participant.id) ?? 0,
    })),
  }));
}

function listSessionsWithPresence(read: ReadHandle) {
  const presence = Map.groupBy(listPresence(read), ({ sessionId }) => sessionId);
  const transcripts = Map.groupBy(listTranscripts(read), ({ sessionId }) => sessionId);
  return listSessions(read).map((session) => ({
    ...session,
    participants: presence.get(session.id) ?? [],
    transcripts: transcripts.get(session.id) ?? [],
  }));
}
