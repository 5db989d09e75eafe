import { type AuditInput, auditEvidence, type Finding } from './analysis/audit.ts';
import { listClaims } from './claims.ts';
import { listEvidence } from './evidence.ts';
import { listCompanyPlacements } from './placements.ts';
import { integer, query, type ReadHandle, text } from './sql.ts';
import { listCodes, listCodeUsage } from './tables/codes.ts';
import { listAlteredExcerpts } from './tables/excerpts.ts';
import { listParticipants } from './tables/participants.ts';
import { listPractitioners } from './tables/practitioners.ts';
import { listRatings } from './tables/ratings.ts';
import { listSessions } from './tables/sessions.ts';
import { listTranscripts } from './tables/transcripts.ts';

const foreignTurns = query(
  {
    transcriptId: integer,
    transcript: text,
    company: text,
    participant: text,
    participantCompany: text,
    start: integer,
    end: integer,
  },
  `SELECT tr.id AS transcriptId, tr.name AS transcript, c.label AS company, pa.label AS participant,
     own.label AS participantCompany, t.start_offset AS start, t.end_offset AS end
   FROM turns t JOIN participants pa ON pa.id = t.participant_id
   JOIN practitioners pr ON pr.id = pa.practitioner_id JOIN companies own ON own.id = pr.company_id
   JOIN transcripts tr ON tr.id = t.transcript_id JOIN sessions s ON s.id = tr.session_id
   JOIN companies c ON c.id = s.company_id
   WHERE pr.company_id <> s.company_id ORDER BY tr.id, t.position`,
);

/** Runs every check of the evidence audit on the study. */
export function listFindings(read: ReadHandle): Finding[] {
  return auditEvidence(gatherAuditInput(read));
}

function gatherAuditInput(read: ReadHandle): AuditInput {
  const placements = listCompanyPlacements(read);
  const labels = new Map(placements.map(({ companyId, label }) => [companyId, label]));
  const labelOf = (companyId: number) => labels.get(companyId) ?? '';
  const transcripts = listTranscripts(read);
  const names = new Map(transcripts.map(({ id, name }) => [id, name]));
  const codes = listCodes(read);
  const codeNames = new Map(codes.map(({ id, name }) => [id, name]));
  const usage = new Map(listCodeUsage(read).map(({ codeId, codings }) => [codeId, codings]));
  return {
    companies: gatherCompanies(read, placements),
    practitioners: gatherPractitioners(read),
    transcripts,
    foreignTurns: read.all(foreignTurns),
    codings: listEvidence(read).map(({ speakers, ...coding }) => ({
      ...coding,
      practitionerIds: speakers.map(({ practitionerId }) => practitionerId),
    })),
    ratings: listRatings(read).map((rating) => ({ ...rating, company: labelOf(rating.companyId) })),
    claims: listClaims(read).map((claim) => ({
      ...claim,
      company: labelOf(claim.companyId),
      code: codeNames.get(claim.codeId) ?? '',
    })),
    codes: codes.map(({ id, itemRef, name }) => ({ code: itemRef ?? name, codings: usage.get(id) ?? 0 })),
    altered: listAlteredExcerpts(read).map((one) => ({
      ...one,
      transcript: names.get(one.transcriptId) ?? '',
    })),
  };
}

function gatherCompanies(
  read: ReadHandle,
  placements: ReturnType<typeof listCompanyPlacements>,
): AuditInput['companies'] {
  const sessions = listSessions(read);
  return placements.map(({ companyId, label, placement, rationale, computed }) => ({
    id: companyId,
    label,
    techniques: [
      ...new Set(sessions.filter((one) => one.companyId === companyId).map(({ technique }) => technique)),
    ],
    placement: placement === null ? null : { value: placement, rationale, computed },
  }));
}

function gatherPractitioners(read: ReadHandle): AuditInput['practitioners'] {
  const participants = listParticipants(read);
  return listPractitioners(read).map((practitioner) => ({
    ...practitioner,
    participants: participants
      .filter(({ practitionerId }) => practitionerId === practitioner.id)
      .map(({ label }) => label),
  }));
}
