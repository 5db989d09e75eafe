import { NativeSelect } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useCharsets } from '../state/queries.ts';
import type { DraftFile } from './import-draft.ts';
import styles from './importing.module.css';
import { toFieldKey } from './missing-focus.ts';
import { rereadFile } from './reread-file.ts';
import { UseForOthers } from './use-for-others.tsx';

/** First lines of at least so many characters are only the beginning of a text. */
const shortestCut = 600;

/** How a file begins, and for files of text the character set it is read in. */
export function TextTab({ file }: { file: DraftFile }) {
  const { firstLines } = file.preview;
  return (
    <>
      {file.preview.charset !== null && (
        <CharsetField file={file} charset={file.charset ?? file.preview.charset} />
      )}
      <pre className={styles.firstLines} dir="auto">
        {firstLines}
        {firstLines.length >= shortestCut && ' …'}
      </pre>
    </>
  );
}

function CharsetField({ file, charset }: { file: DraftFile; charset: string }) {
  const charsets = useCharsets().data ?? [];
  const isListed = charsets.some((one) => one.charset === charset);
  const problem =
    typeof file.rereading === 'object' && file.rule.kind !== 'pattern' ? file.rereading.problem : undefined;
  return (
    <div className={styles.rule}>
      <div className={styles.ruleLine}>
        <NativeSelect
          size="xs"
          label="Character set"
          data-field={toFieldKey(file.path, 'reading')}
          value={charset}
          error={problem}
          data={[
            ...(isListed ? [] : [{ value: charset, label: charset }]),
            ...charsets.map((one) => ({ value: one.charset, label: one.name })),
          ]}
          onChange={(event) => void rereadFile(file.path, { charset: event.currentTarget.value })}
        />
        <UseForOthers
          change={{ charset }}
          isReady={file.charset !== null && file.rereading === 'done'}
          path={file.path}
        />
      </div>
      {file.preview.isCharsetGuessed && file.charset === null && (
        <p className={styles.flag}>
          <IconAlertTriangle size={14} stroke={1.7} aria-hidden />
          Guessed from the letters. Where letters look wrong below, choose another one.
        </p>
      )}
    </div>
  );
}
