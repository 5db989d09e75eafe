import type { Scheme } from '../../db/model/scheme.ts';
import type { Company, Practitioner, Session } from '../../electron/ipc/contract/people.ts';
import type { TechniqueRow } from './people-actions.ts';

/** What the rows of the table choose from. */
export type SessionTableProps = {
  sessions: readonly Session[];
  companies: readonly Company[];
  techniques: readonly TechniqueRow[];
  practitioners: readonly Practitioner[];
  scheme: Scheme;
};
