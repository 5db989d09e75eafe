import type { EvidenceType, Status } from '../model/coding.ts';
import { describeInterval, isOutsideInterval, type StageInterval } from '../model/placement.ts';

/**
 * The evidence audit (product rule 7): named checks, each with the offending items and the place of each. Pure:
 * what is to be checked is handed over whole.
 */
export type AuditInput = {
  companies: { id: number; label: string; techniques: string[]; placement: AuditPlacement | null }[];
  practitioners: { id: number; name: string; role: string; company: string; participants: string[] }[];
  transcripts: { id: number; name: string; company: string; codings: number }[];
  /** One for each stretch of words of a participant who belongs to another company than the session. */
  foreignTurns: {
    transcriptId: number;
    transcript: string;
    company: string;
    participant: string;
    participantCompany: string;
    start: number;
    end: number;
  }[];
  codings: AuditCoding[];
  ratings: {
    companyId: number;
    company: string;
    itemRef: string;
    value: string;
    rationale: string;
    excerptIds: number[];
  }[];
  claims: {
    companyId: number;
    company: string;
    itemRef: string | null;
    code: string;
    conflict: boolean;
    self: boolean;
  }[];
  codes: { code: string; codings: number }[];
  altered: { transcriptId: number; transcript: string; start: number; end: number }[];
};
export type AuditPlacement = { value: number; rationale: string; computed: StageInterval };
export type AuditCoding = {
  excerptId: number;
  technique: string;
  practitionerIds: number[];
  status: Status;
  evidence: EvidenceType;
};

export type Severity = 'error' | 'warning' | 'note';
export type AuditItem = {
  description: string;
  transcriptId?: number;
  transcript?: string;
  start?: number;
  end?: number;
  company?: string;
  itemRef?: string;
  participant?: string;
};
export type Finding = { check: string; severity: Severity; message: string; items: AuditItem[] };

type Check = { check: string; severity: Severity; message: string; find(input: AuditInput): AuditItem[] };

/** Returns the findings, the gravest first; a check that finds nothing is not among them. */
export function auditEvidence(input: AuditInput): Finding[] {
  const order: Severity[] = ['error', 'warning', 'note'];
  return checks
    .map(({ find, ...check }) => ({ ...check, items: find(input) }))
    .filter(({ items }) => items.length > 0)
    .sort((left, right) => order.indexOf(left.severity) - order.indexOf(right.severity));
}

const checks: Check[] = [
  {
    check: 'speaker-of-other-company',
    severity: 'error',
    message:
      'A participant speaks in a session of a company he or she does not belong to. The quote may be attributed to the wrong person or the wrong company.',
    find: ({ foreignTurns }) =>
      foreignTurns.map(
        ({ participant, participantCompany, company, transcript, transcriptId, start, end }) => ({
          description: `${participant} belongs to company ${participantCompany} and speaks in “${transcript}” of company ${company}`,
          participant,
          company,
          transcript,
          transcriptId,
          start,
          end,
        }),
      ),
  },
  {
    check: 'altered-quote',
    severity: 'error',
    message: 'An excerpt keeps a quote that the transcript does not say at that place.',
    find: ({ altered }) =>
      altered.map((item) => ({ ...item, description: `“${item.transcript}” at ${item.start}–${item.end}` })),
  },
  {
    check: 'contradiction-without-rationale',
    severity: 'warning',
    message:
      'Practitioners contradict each other or themselves on a rated precondition, and no rationale says how that was weighed.',
    find: ({ claims, ratings }) => {
      const explained = new Set(ratings.filter(({ rationale }) => rationale.trim() !== '').map(claimKey));
      const rated = new Set(ratings.map(claimKey));
      return claims
        .filter(({ conflict, self }) => conflict || self)
        .filter((claim) => rated.has(claimKey(claim)) && !explained.has(claimKey(claim)))
        .map(({ company, itemRef, code }) => describeClaim(company, itemRef, code));
    },
  },
  {
    check: 'placement-without-rationale',
    severity: 'warning',
    message: 'A company is placed without a rationale.',
    find: ({ companies }) =>
      companies
        .filter(({ placement }) => placement?.rationale.trim() === '')
        .map(({ label }) => ({ company: label, description: `Company ${label}` })),
  },
  {
    check: 'placement-outside-interval',
    severity: 'warning',
    message:
      'A company is placed outside the interval that the chosen rule computes. The rationale must say why.',
    find: ({ companies }) =>
      companies.flatMap(({ label, placement }) => {
        if (!placement || !isOutsideInterval(placement.value, placement.computed)) return [];
        return [
          {
            company: label,
            description: `Company ${label} is placed at ${placement.value}; the rule computes ${describeInterval(placement.computed)}`,
          },
        ];
      }),
  },
  {
    check: 'rating-without-excerpt',
    severity: 'warning',
    message: 'A rating says something is achieved, at least partially, and rests on no excerpt.',
    find: ({ ratings }) =>
      ratings
        .filter(({ value, excerptIds }) => ['P', 'L', 'F'].includes(value) && excerptIds.length === 0)
        .map(({ company, itemRef, value }) => ({
          company,
          itemRef,
          description: `${company} · ${itemRef}: ${value}`,
        })),
  },
  {
    check: 'rating-on-one-person',
    severity: 'note',
    message: 'A rating rests on the words of one practitioner.',
    find: (input) => findThinRatings(input, ({ persons }) => persons === 1),
  },
  {
    check: 'rating-on-one-technique',
    severity: 'note',
    message: 'A rating rests on one technique in a company that was studied with several.',
    find: (input) => findThinRatings(input, ({ techniques, available }) => techniques === 1 && available > 1),
  },
  {
    check: 'fewer-techniques',
    severity: 'note',
    message:
      'A company was studied with fewer techniques than another: triangulation across techniques is weaker there.',
    find: ({ companies }) => {
      const most = Math.max(0, ...companies.map(({ techniques }) => techniques.length));
      return companies
        .filter(({ techniques }) => techniques.length < most)
        .map(({ label, techniques }) => ({
          company: label,
          description: `Company ${label}: ${techniques.join(', ') || 'none'}`,
        }));
    },
  },
  {
    check: 'practitioner-never-quoted',
    severity: 'note',
    message: 'No excerpt holds words of this practitioner.',
    find: ({ practitioners, codings }) => {
      const quoted = new Set(codings.flatMap(({ practitionerIds }) => practitionerIds));
      return practitioners
        .filter(({ id }) => !quoted.has(id))
        .map(({ name, company, participants }) => ({
          company,
          description: `${name} (${participants.join(', ')})`,
        }));
    },
  },
  {
    check: 'transcript-never-coded',
    severity: 'note',
    message: 'A transcript has no coding.',
    find: ({ transcripts }) =>
      transcripts
        .filter(({ codings }) => codings === 0)
        .map(({ id, name, company }) => ({ company, transcriptId: id, transcript: name, description: name })),
  },
  {
    check: 'participant-without-role',
    severity: 'note',
    message: 'A practitioner has no role, so a reader cannot weigh what he or she says.',
    find: ({ practitioners }) =>
      practitioners
        .filter(({ role }) => role.trim() === '')
        .map(({ name, company, participants }) => ({
          company,
          description: `${name} (${participants.join(', ')})`,
        })),
  },
  {
    check: 'code-never-used',
    severity: 'note',
    message: 'A code has no coding in the whole study.',
    find: ({ codes }) =>
      codes.filter(({ codings }) => codings === 0).map(({ code }) => ({ itemRef: code, description: code })),
  },
];

type Thinness = { persons: number; techniques: number; available: number };

function findThinRatings(input: AuditInput, isThin: (thinness: Thinness) => boolean): AuditItem[] {
  const byExcerpt = new Map<number, AuditCoding[]>();
  for (const coding of input.codings) {
    byExcerpt.set(coding.excerptId, [...(byExcerpt.get(coding.excerptId) ?? []), coding]);
  }
  const techniquesOf = new Map(input.companies.map(({ id, techniques }) => [id, techniques.length]));
  return input.ratings
    .filter(({ excerptIds }) => excerptIds.length > 0)
    .filter(({ companyId, excerptIds }) => {
      const codings = excerptIds.flatMap((id) => byExcerpt.get(id) ?? []);
      return isThin({
        persons: new Set(codings.flatMap(({ practitionerIds }) => practitionerIds)).size,
        techniques: new Set(codings.map(({ technique }) => technique)).size,
        available: techniquesOf.get(companyId) ?? 0,
      });
    })
    .map(({ company, itemRef, value }) => ({
      company,
      itemRef,
      description: `${company} · ${itemRef}: ${value}`,
    }));
}

const claimKey = ({ companyId, itemRef }: { companyId: number; itemRef: string | null }) =>
  `${companyId}/${itemRef}`;

function describeClaim(company: string, itemRef: string | null, code: string): AuditItem {
  return { company, ...(itemRef ? { itemRef } : {}), description: `${company} · ${itemRef ?? code}` };
}
