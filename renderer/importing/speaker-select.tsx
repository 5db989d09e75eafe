import { Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { usePractitioners } from '../state/queries.ts';
import type { DraftFile } from './import-draft.ts';
import { useImport } from './import-store.ts';
import styles from './importing.module.css';
import { setSpeaker } from './speaker-choices.ts';
import { fromSelectValue, listSpeakerOptions, toSelectValue } from './speaker-options.ts';

/** Who a label stands for; other labels of the file can be chosen too, of which it is another spelling. */
export function SpeakerSelect({ file, label }: { file: DraftFile; label: string }) {
  const practitioners = usePractitioners().data;
  const value = toSelectValue(file.speakers[label]);
  const [isOpen, setOpen] = useState(false);
  const options = useMemo(
    () => listSpeakerOptions(practitioners ?? [], file.company, listSpellings(file, label, isOpen)),
    [practitioners, file, label, isOpen],
  );
  return (
    <Select
      className={styles.speakerSelect ?? ''}
      size="xs"
      aria-label={`Who ${label} is`}
      data-speaker={toMark(file.path, label)}
      searchable
      allowDeselect={false}
      value={value}
      data={options}
      onDropdownOpen={() => setOpen(true)}
      onDropdownClose={() => setOpen(false)}
      limit={200}
      comboboxProps={{ width: 320, position: 'bottom-end' }}
      maxDropdownHeight={320}
      nothingFoundMessage="Nobody of that name. Choose “New practitioner”."
      onChange={(chosen) => {
        if (chosen !== null && chosen !== value) {
          const choice = fromSelectValue(chosen, label);
          useImport.getState().change((draft) => setSpeaker(draft, file.path, label, choice));
        }
      }}
    />
  );
}

/** So many other labels are offered as spellings; in a longer list nobody finds one. */
const spellingsOffered = 40;

/** The labels of which this one may be another spelling; as long as the list is closed only the one it is of. */
function listSpellings({ speakers }: DraftFile, label: string, isOpen: boolean): string[] {
  const own = speakers[label];
  const chosen = own?.kind === 'same' ? [own.as] : [];
  if (!isOpen) return chosen;
  const others = Object.keys(speakers).filter((one) => one !== label && speakers[one]?.kind !== 'same');
  return [...new Set([...chosen, ...others.slice(0, spellingsOffered)])];
}

const toMark = (path: string, label: string) => `${path}\n${label}`;

/** Opens the list of who a label can be, at the other labels of which it may be another spelling. */
export function openSpeakerSelect(path: string, label: string): void {
  const selector = `[data-speaker="${CSS.escape(toMark(path, label))}"]`;
  const input = document.querySelector<HTMLInputElement>(selector);
  input?.focus();
  input?.click();
  input?.select();
}
