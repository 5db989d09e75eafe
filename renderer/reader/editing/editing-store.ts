import { create } from 'zustand';
import type { EditEffect, ReviewedChange } from '../../../electron/ipc/contract/editing.ts';
import type { Transcript } from '../../../electron/ipc/contract/transcripts.ts';
import { EditingSession, type ParticipantNames } from './editing-session.ts';

type Editing = {
  /** What is edited in the sheet that is open. */
  session: EditingSession | null;
  /** What saving would do to the excerpts, when that is to be looked at first. */
  review: EditEffect | null;
  /** A former text that is to be brought back, when what that does is to be looked at first. */
  restoring: ReviewedChange | null;
  /** Transcripts with changes that are not saved yet, also behind a closed sheet. */
  drafts: ReadonlyMap<number, EditingSession>;
  open(transcript: Transcript, names: ParticipantNames): void;
  showReview(review: EditEffect | null): void;
  showRestoring(restoring: ReviewedChange | null): void;
  /** Closes the sheet; what is not saved stays as a draft. */
  close(): void;
  /** Forgets what was saved. */
  forget(session: EditingSession): void;
};

/** The texts that are being edited. Nothing of it belongs to the study before it is saved. */
export const useEditing = create<Editing>()((set) => ({
  session: null,
  review: null,
  restoring: null,
  drafts: new Map(),
  open: (transcript, names) =>
    set(({ drafts }) => {
      const draft = drafts.get(transcript.id);
      draft?.setNames(names);
      return { session: draft ?? new EditingSession(transcript, names), review: null };
    }),
  showReview: (review) => set({ review }),
  showRestoring: (restoring) => set({ restoring }),
  close: () =>
    set(({ session, drafts }) => {
      if (!session) return {};
      const others = [...drafts].filter(([, draft]) => draft !== session);
      const own = session.isChanged ? [[session.transcript.id, session] as const] : [];
      return { session: null, review: null, drafts: new Map([...others, ...own]) };
    }),
  forget: (session) =>
    set(({ drafts, session: shown }) => ({
      drafts: new Map([...drafts].filter(([, draft]) => draft !== session)),
      ...(shown === session ? { session: null, review: null } : {}),
    })),
}));
