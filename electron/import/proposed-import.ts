import type { FilePreview, FileToImport } from '../ipc/contract/imports.ts';

/** Returns the import of a file just as its preview proposes it: beside what the study has, with its comments. */
export function toProposedImport(file: FilePreview): FileToImport {
  const { path, charset, isCharsetGuessed, rule, name, company, technique, date, sessionId, session } = file;
  return {
    path,
    // A guess may fall out differently with the next version of this program; what was shown is what is imported.
    charset: isCharsetGuessed ? charset : null,
    rule: rule.kind === 'automatic' ? null : rule,
    name,
    company,
    technique,
    date,
    sessionId,
    session,
    speakers: Object.fromEntries(
      file.speakers.map(({ label, proposal }) => [label, isOpen(proposal) ? { kind: 'nobody' } : proposal]),
    ),
    withComments: true,
    replaces: null,
    mayLose: [],
  };
}

/**
 * Without somebody to ask, a new practitioner is made only for a label in the form of a participant id; other
 * names stay labels until a participants table or the People screen says who they are.
 */
function isOpen(proposal: FilePreview['speakers'][number]['proposal']): boolean {
  return proposal.kind === 'new' && proposal.participant === '';
}
