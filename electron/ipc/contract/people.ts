import { oc } from '@orpc/contract';
import { z } from 'zod';
import { attributeKinds } from '../../../db/model/attribute.ts';

/** Companies, techniques, practitioners with their participant ids, and sessions. */

const id = z.number().int().positive();
const name = z.string().trim().min(1).max(200);
const label = z.string().trim().min(1).max(40);

export const companySchema = z.object({
  id,
  label: z.string(),
  name: z.string(),
  definition: z.string(),
  transcripts: z.number(),
  practitioners: z.number(),
});
export type Company = z.output<typeof companySchema>;

export const techniqueSchema = z.object({ id, letter: z.string(), name: z.string() });

export const attributeSchema = z.object({
  id,
  name: z.string(),
  kind: z.enum(attributeKinds),
  /** What a `choice` may be. */
  choices: z.array(z.string()),
});
export type Attribute = z.output<typeof attributeSchema>;

export const participantSchema = z.object({
  id,
  label: z.string(),
  techniqueId: id,
  technique: z.string(),
  practitionerId: id,
  turns: z.number(),
});

export const practitionerSchema = z.object({
  id,
  companyId: id,
  company: z.string(),
  name: z.string(),
  role: z.string(),
  seniority: z.string(),
  participants: z.array(participantSchema),
  /** Values of attributes by the attribute's id; those without a value are not in it. */
  attributes: z.record(z.string(), z.string()),
});
export type Practitioner = z.output<typeof practitionerSchema>;

export const sessionSchema = z.object({
  id,
  label: z.string(),
  companyId: id,
  company: z.string(),
  techniqueId: id,
  technique: z.string(),
  date: z.string().nullable(),
  durationMinutes: z.number().int().nullable(),
  interviewer: z.string(),
  language: z.string(),
  place: z.string(),
  /** Ids of the scheme items that the session's guide covered; empty when nothing was noted. */
  asked: z.array(z.string()),
  participants: z.array(z.object({ id, label: z.string() })),
  transcripts: z.array(z.object({ id, name: z.string() })),
});
export type Session = z.output<typeof sessionSchema>;

const saved = z.object({ id });
const byId = z.object({ id });

export const peopleContract = {
  company: {
    list: oc.output(z.array(companySchema)),
    /** Adds a company, or changes the one whose id is given. A label that is taken is refused. */
    save: oc
      .input(z.object({ id: id.optional(), label, name, definition: z.string().default('') }))
      .output(saved),
    /** Deletes a company with all that hangs on it; one undo brings everything back. */
    delete: oc.input(byId),
  },
  technique: {
    list: oc.output(z.array(techniqueSchema)),
    save: oc.input(z.object({ id: id.optional(), letter: label, name })).output(saved),
  },
  practitioner: {
    list: oc.output(z.array(practitionerSchema)),
    /**
     * Adds a practitioner with participant ids, or changes one. An id (`P1`) belongs to one person only; its
     * letters name the technique. Participants that are left out are removed.
     */
    save: oc
      .input(
        z.object({
          id: id.optional(),
          companyId: id,
          name,
          role: z.string().trim().max(200),
          seniority: z.string().trim().max(200),
          participants: z.array(label),
          /** Values by the attribute's id; an empty one takes the value out, one left out stays. */
          attributes: z.record(z.string(), z.string().trim().max(2000)).default({}),
        }),
      )
      .output(saved),
    delete: oc.input(byId),
  },
  attribute: {
    list: oc.output(z.array(attributeSchema)),
    /** Adds an attribute or changes one. A kind that present values do not fit is refused. */
    save: oc
      .input(
        z.object({
          id: id.optional(),
          name,
          kind: z.enum(attributeKinds),
          choices: z.array(z.string().trim().min(1).max(200)).default([]),
        }),
      )
      .output(saved),
    /** Puts the attributes in this order. */
    order: oc.input(z.object({ ids: z.array(id) })),
    /** Deletes an attribute with its values. */
    delete: oc.input(byId),
  },
  session: {
    list: oc.output(z.array(sessionSchema)),
    save: oc
      .input(
        z.object({
          id: id.optional(),
          label: name,
          companyId: id,
          techniqueId: id,
          date: z.iso.date().nullable(),
          durationMinutes: z.number().int().positive().nullable(),
          interviewer: z.string().trim().max(200),
          language: z.string().trim().max(40),
          place: z.string().trim().max(200).default(''),
          asked: z.array(z.string().min(1)).default([]),
          participantIds: z.array(id),
        }),
      )
      .output(saved),
    delete: oc.input(byId),
  },
};
