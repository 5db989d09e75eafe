import classes from './speaker-chip.module.css';
import { TechniqueGlyph } from './technique-glyph.tsx';

type Props = {
  /** Participant id such as `P1`, or the label of the text where nobody is assigned. */
  participant: string;
  technique?: string | null;
  role?: string | null;
};

/** Who speaks: technique, participant id and role. */
export function SpeakerChip({ participant, technique, role }: Props) {
  return (
    <span className={classes.chip}>
      {technique ? <TechniqueGlyph letter={technique} /> : null}
      <span className={classes.participant}>{participant}</span>
      {role ? <span className={classes.role}>{role}</span> : null}
    </span>
  );
}
