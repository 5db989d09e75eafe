import { IconHelp } from '@tabler/icons-react';
import styles from './importing.module.css';
import type { SpeakerRole } from './speaker-roles.ts';

/** What a label is, as a chip: its colour says what its words say. */
export function SpeakerRoleMark({ role }: { role: SpeakerRole }) {
  return (
    <span className={styles.roleMark} data-kind={role.kind}>
      <bdi>{role.words}</bdi>
    </span>
  );
}

/** The sign of a label that may be no speaker at all. */
export function DoubtfulMark() {
  return (
    <span className={styles.doubtful} role="img" aria-label="doubtful" title="Perhaps no speaker">
      <IconHelp size={13} stroke={1.8} aria-hidden />
    </span>
  );
}
