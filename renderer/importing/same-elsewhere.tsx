import { useMemo } from 'react';
import type { DraftFile } from './import-draft.ts';
import { useImport } from './import-store.ts';
import styles from './importing.module.css';
import { countOtherChoices, setSpeakerEverywhere } from './speaker-choices.ts';

/** The way to say the same of a label in the other files, where something else is said of it. */
export function SameElsewhere({ file, label }: { file: DraftFile; label: string }) {
  const draft = useImport((state) => state.draft);
  const choice = draft.files.find(({ path }) => path === file.path)?.speakers[label];
  const others = useMemo(
    () => (choice?.kind === 'new' ? 0 : countOtherChoices(draft, file.path, label)),
    [draft, choice, file.path, label],
  );
  if (others === 0 || !choice) return null;
  return (
    <button
      type="button"
      className={styles.link}
      onClick={() => useImport.getState().change((former) => setSpeakerEverywhere(former, label, choice))}
    >
      Say the same of <bdi>{label}</bdi> in {others.toLocaleString('en')} other{' '}
      {others === 1 ? 'file' : 'files'}
    </button>
  );
}
