import type { ReadHandle, WriteHandle } from '../../../db/sql.ts';
import { listAsked, setAsked } from '../../../db/tables/asked.ts';
import {
  deleteAttribute,
  getAttribute,
  insertAttribute,
  listAttributes,
  listAttributeValues,
  orderAttributes,
  setAttributeValue,
  updateAttribute,
} from '../../../db/tables/attributes.ts';
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
      ({ context: { study }, input: { id, participants, attributes, ...fields } }) => ({
        id: study.transact({ label: `${id ? 'Change' : 'Add'} practitioner ${fields.name}` }, (write) => {
          if (id !== undefined) updatePractitioner(write, id, fields);
          const practitionerId = id ?? insertPractitioner(write, fields);
          setParticipants(write, practitionerId, participants);
          setValues(write, practitionerId, attributes);
          return practitionerId;
        }),
      }),
    ),
    delete: service.practitioner.delete.handler(({ context: { study }, input: { id } }) => {
      study.transact({ label: 'Delete practitioner' }, (write) => deletePractitioner(write, id));
    }),
  },
  attribute: {
    list: service.attribute.list.handler(({ context: { study } }) => listAttributes(study.read)),
    save: service.attribute.save.handler(({ context: { study }, input: { id, ...fields } }) => ({
      id: study.transact({ label: `${id ? 'Change' : 'Add'} attribute ${fields.name}` }, (write) => {
        if (id === undefined) return insertAttribute(write, fields);
        updateAttribute(write, { id, ...fields });
        return id;
      }),
    })),
    order: service.attribute.order.handler(({ context: { study }, input: { ids } }) => {
      study.transact({ label: 'Order attributes' }, (write) => orderAttributes(write, ids));
    }),
    delete: service.attribute.delete.handler(({ context: { study }, input: { id } }) => {
      const label = `Delete attribute ${getAttribute(study.read, id).name}`;
      study.transact({ label }, (write) => deleteAttribute(write, id));
    }),
  },
  session: {
    list: service.session.list.handler(({ context: { study } }) => listSessionsWithPresence(study.read)),
    save: service.session.save.handler(
      ({ context: { study }, input: { id, participantIds, asked, ...fields } }) => ({
        id: study.transact({ label: `${id ? 'Change' : 'Add'} session ${fields.label}` }, (write) => {
          if (id !== undefined) updateSession(write, id, fields);
          const sessionId = id ?? insertSession(write, fields);
          setPresence(write, sessionId, participantIds);
          setAsked(write, sessionId, asked);
          return sessionId;
        }),
      }),
    ),
    delete: service.session.delete.handler(({ context: { study }, input: { id } }) => {
      study.transact({ label: 'Delete session' }, (write) => deleteSession(write, id));
    }),
  },
};

function setValues(
  write: WriteHandle,
  practitionerId: number,
  attributes: Readonly<Record<string, string>>,
): void {
  for (const [attributeId, value] of Object.entries(attributes)) {
    setAttributeValue(write, Number(attributeId), practitionerId, value);
  }
}

function listPractitionersWithIds(read: ReadHandle) {
  const values = Map.groupBy(listAttributeValues(read), ({ practitionerId }) => practitionerId);
  const turns = countTurnsByParticipant(read);
  const participants = Map.groupBy(listParticipants(read), ({ practitionerId }) => practitionerId);
  return listPractitioners(read).map((practitioner) => ({
    ...practitioner,
    attributes: Object.fromEntries(
      (values.get(practitioner.id) ?? []).map(({ attributeId, value }) => [String(attributeId), value]),
    ),
    participants: (participants.get(practitioner.id) ?? []).map((participant) => ({
      ...participant,
      turns: turns.get(participant.id) ?? 0,
    })),
  }));
}

function listSessionsWithPresence(read: ReadHandle) {
  const asked = Map.groupBy(listAsked(read), ({ sessionId }) => sessionId);
  const presence = Map.groupBy(listPresence(read), ({ sessionId }) => sessionId);
  const transcripts = Map.groupBy(listTranscripts(read), ({ sessionId }) => sessionId);
  return listSessions(read).map((session) => ({
    ...session,
    asked: (asked.get(session.id) ?? []).map(({ itemRef }) => itemRef),
    participants: presence.get(session.id) ?? [],
    transcripts: transcripts.get(session.id) ?? [],
  }));
}
