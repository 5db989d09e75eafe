import { ORPCError, os } from '@orpc/server';
import { TranscriptEditError } from '../../../db/edit-transcript.ts';
import { HistoryConflictError } from '../../../db/history-rows.ts';
import { MemoDocumentError } from '../../../db/model/memo-document.ts';
import { SearchQueryError } from '../../../db/model/search/query.ts';
import type { Study } from '../../../db/study.ts';
import { explainStudyError, StudyFileError } from '../../../db/study-file.ts';
import { AttributeError } from '../../../db/tables/attributes.ts';
import { CodeError } from '../../../db/tables/codes.ts';
import { ParticipantError } from '../../../db/tables/participants.ts';
import { FigureFontError } from '../../export/figure-fonts.ts';
import { ImportFileError } from '../../import/import-file-error.ts';
import { SlowPatternError } from '../../search/pattern-thread.ts';
import { SearchGoneError } from '../../search/searches.ts';
import type { ServiceContext } from './service-context.ts';

/**
 * Gives every error that leaves the service a code and a message for people. What nobody foresaw keeps its own
 * words: a researcher can at least send them to somebody who understands them.
 */
export const sentenceErrors = os.$context<ServiceContext>().middleware(async ({ context, next }) => {
  try {
    return await next();
  } catch (error) {
    throw toSentence(explainStudyError(error, context.study.path));
  }
});

/** The same for an answer in many parts: its errors come up when the middleware is through already. */
export async function* withSentenceErrors<T>(
  { path }: Study,
  parts: AsyncGenerator<T>,
): AsyncGenerator<T, void, undefined> {
  try {
    yield* parts;
  } catch (error) {
    throw toSentence(explainStudyError(error, path));
  }
}

function toSentence(error: unknown): ORPCError<string, unknown> {
  if (error instanceof ORPCError) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (
    error instanceof StudyFileError ||
    error instanceof HistoryConflictError ||
    error instanceof ParticipantError ||
    error instanceof AttributeError ||
    error instanceof CodeError ||
    error instanceof SearchGoneError ||
    error instanceof TranscriptEditError
  ) {
    return new ORPCError('CONFLICT', { message, cause: error });
  }
  if (
    error instanceof FigureFontError ||
    error instanceof ImportFileError ||
    error instanceof MemoDocumentError ||
    error instanceof SearchQueryError ||
    error instanceof SlowPatternError
  )
    return new ORPCError('UNPROCESSABLE_CONTENT', { message, cause: error });
  const taken = findTakenName(error);
  if (taken) return new ORPCError('CONFLICT', { message: taken, cause: error });
  return new ORPCError('INTERNAL_SERVER_ERROR', { message, cause: error });
}

const uniqueColumns: Record<string, string> = {
  'companies.label': 'Another company has this label. Choose another one.',
  'coders.name': 'Another coder has this name. Choose another one.',
  'techniques.letter': 'Another technique has this letter. Choose another one.',
  'techniques.name': 'Another technique has this name. Choose another one.',
  'practitioners.name': 'Another practitioner has this name. Choose another one.',
  'attributes.name': 'Another attribute has this name. Choose another one.',
  'sessions.label': 'Another session has this name. Choose another one.',
  'transcripts.name': 'Another transcript has this name. Choose another one.',
  'saved_queries.name': 'Another saved query has this name. Choose another one.',
  open_codes_by_name: 'Another open code has this name. Choose another one.',
};

function findTakenName(error: unknown): string | undefined {
  const isUnique = error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_UNIQUE';
  if (!isUnique) return undefined;
  const column = Object.keys(uniqueColumns).find((name) => error.message.includes(name));
  return column ? uniqueColumns[column] : undefined;
}
