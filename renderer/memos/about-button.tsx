import type { MemoAbout } from '../../electron/ipc/contract/memos.ts';
import classes from './about-button.module.css';

type Props = { about: MemoAbout; onLead: (about: MemoAbout) => void };

/** What a memo is on; a click shows it where it stands. The study as a whole stands nowhere. */
export function AboutButton({ about, onLead }: Props) {
  const words = `on ${about.about}`;
  if (about.on === 'study') return <span className={classes.words}>{words}</span>;
  return (
    <button
      type="button"
      className={classes.link}
      title={`Show ${about.about}`}
      onClick={() => onLead(about)}
    >
      {words}
    </button>
  );
}
