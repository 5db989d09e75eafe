import { Radio } from '@mantine/core';
import { count } from '../widgets/count.ts';
import { changeFiles, type DraftFile, type VersionChoice } from './import-draft.ts';
import { useImport } from './import-store.ts';
import styles from './importing.module.css';
import type { MissingField } from './missing-fields.ts';
import { toFieldKey } from './missing-focus.ts';
import { describeEffect } from './versions.ts';

type Props = { file: DraftFile; missing: readonly MissingField[] };

/** Whether a file is the corrected version of a transcript that the study has, or another transcript. */
export function VersionChoiceField({ file, missing }: Props) {
  const { versionOf } = file.preview;
  if (versionOf === null) return null;
  const set = (version: VersionChoice) => {
    const { change, show } = useImport.getState();
    change((draft) => changeFiles(draft, new Set([file.path]), { version }));
    if (version === 'new version' && countTouched(file) > 0) show({ tab: 'excerpts' });
  };
  const error = missing.find(({ field }) => field === 'version')?.message;
  return (
    <div className={styles.version}>
      <Radio.Group
        label={
          <>
            The study has “<bdi>{versionOf.name}</bdi>” with other words
          </>
        }
        value={file.version}
        onChange={(value) => set(value === 'separate' ? value : 'new version')}
      >
        <Radio
          size="xs"
          value="new version"
          data-field={toFieldKey(file.path, 'version')}
          label={`New version of “${versionOf.name}” (${count(versionOf.codings, 'coding')})`}
        />
        <EffectLine file={file} />
        <Radio size="xs" value="separate" label="Separate transcript" />
      </Radio.Group>
      {error !== undefined && <p className={styles.needed}>{error}</p>}
    </div>
  );
}

/** How many excerpts do not stay as they are. */
function countTouched({ effect }: DraftFile): number {
  return effect === null || 'problem' in effect ? 0 : effect.changed.length + effect.lost.length;
}

function EffectLine({ file }: { file: DraftFile }) {
  const { effect } = file;
  if (effect === null) return <p className={styles.effect}>Comparing the two texts…</p>;
  if ('problem' in effect) return <p className={styles.effect}>{effect.problem}</p>;
  return (
    <p className={styles.effect}>
      {describeEffect(effect)}{' '}
      {countTouched(file) > 0 && (
        <button
          type="button"
          className={styles.link}
          onClick={() => useImport.getState().show({ tab: 'excerpts' })}
        >
          Show them
        </button>
      )}
    </p>
  );
}
