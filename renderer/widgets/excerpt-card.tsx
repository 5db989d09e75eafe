import type { Evidence } from '../../electron/ipc/contract/codes.ts';
import { describePlace } from './evidence-rows.ts';
import classes from './excerpt-card.module.css';
import { SpeakerChip } from './speaker-chip.tsx';
import { StatusGlyph } from './status-glyph.tsx';

type Props = { coding: Evidence; showsCode?: boolean };

/** One coding with its quote: what is said, by whom, on what, and where it stands. Phrasing content only. */
export function ExcerptCard({ coding, showsCode = true }: Props) {
  const { quote, status, evidence, coder, company, technique, date, comment } = coding;
  return (
    <span className={classes.card}>
      <span className={classes.line}>
        <Speakers coding={coding} />
        <span className={classes.where}>
          {company} · {technique}
          {date === null ? '' : ` · ${date}`}
        </span>
      </span>
      <q className={classes.quote}>{quote}</q>
      {showsCode && (
        <span className={classes.code}>
          {coding.itemRef !== null && <b>{coding.itemRef}</b>} {coding.code}
        </span>
      )}
      <span className={classes.line}>
        <span className={classes.status} data-status={status}>
          <StatusGlyph status={status} withWord />
        </span>
        <span className={classes.quiet}>{evidence}</span>
        <span className={classes.quiet}>coded by {coder}</span>
      </span>
      {comment !== '' && <span className={classes.comment}>{comment}</span>}
      <span className={classes.place}>{describePlace(coding)}</span>
    </span>
  );
}

/** A speaker of another company than the session's is marked: such words are no evidence from inside. */
function Speakers({ coding }: { coding: Evidence }) {
  if (coding.speakers.length === 0) return <span className={classes.nobody}>no practitioner</span>;
  return coding.speakers.map(({ participantId, participant, role, company }) => (
    <span key={participantId} className={classes.speaker}>
      <SpeakerChip participant={participant} technique={coding.technique} role={role} />
      {company !== coding.company && <span className={classes.foreign}>of company {company}</span>}
    </span>
  ));
}
