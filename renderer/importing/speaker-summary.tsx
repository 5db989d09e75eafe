import type { DraftFile } from './import-draft.ts';
import styles from './importing.module.css';
import type { MissingField } from './missing-fields.ts';

type Props = { file: DraftFile; missing: readonly MissingField[]; notices: number };

const outsideDetails = ['name', 'company', 'technique', 'date', 'session'];

/** The speakers in short; before them, how much in the details needs a decision or a look. */
export function SpeakerSummary({ file, missing, notices }: Props) {
  const open = missing.filter(({ field }) => !outsideDetails.includes(field)).length;
  const labels = file.preview.speakers.slice(0, 20).map(({ label }) => label);
  const rest = file.preview.speakers.length - labels.length;
  const all = `${labels.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
  return (
    <span title={all}>
      {open > 0 && <b className={styles.needed}>{open} to settle · </b>}
      {open === 0 && notices > 0 && <span className={styles.notice}>{notices} to look at · </span>}
      {labels.length === 0 ? 'none' : <bdi>{all}</bdi>}
    </span>
  );
}
