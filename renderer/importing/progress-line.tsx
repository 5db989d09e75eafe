import { Button, Progress } from '@mantine/core';
import { useImport } from './import-store.ts';
import styles from './importing.module.css';

const words = { reading: 'Reading', importing: 'Importing', cancelling: 'Cancelling' } as const;

/** Long work with its progress, and the way to end it. */
export function ProgressLine() {
  const running = useImport((state) => state.running);
  if (!running) return null;
  const { kind, done, total, fileName, cancel } = running;
  const word = words[kind];
  const share = total === 0 ? 0 : (100 * done) / total;
  return (
    <div className={styles.progress}>
      <span role="status" className={styles.progressText}>
        {total === 0 ? `${word} …` : `${word} ${done.toLocaleString('en')} of ${total.toLocaleString('en')}`}{' '}
        <bdi>{fileName}</bdi>
      </span>
      <Progress value={share} className={styles.progressBar ?? ''} size="sm" aria-label={`${word} files`} />
      <Button size="compact-xs" variant="default" disabled={kind === 'cancelling'} onClick={cancel}>
        Cancel
      </Button>
    </div>
  );
}
