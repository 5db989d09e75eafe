import { statuses, statusGlyphs } from '../../db/model/coding.ts';
import type { Coding } from '../../electron/ipc/contract/transcripts.ts';
import { useCoders } from '../state/queries.ts';
import { type Colours, colourOfCoder, colourOfStatus, listInitials } from './colouring.ts';
import classes from './legend.module.css';

type Props = { colours: Colours; codings: readonly Coding[] };

/** What the colours mean where they do not stand for codes, which the tree shows in their colours. */
export function Legend({ colours, codings }: Props) {
  if (colours.colouring === 'code' || codings.length === 0) return null;
  return (
    <ul className={classes.legend} aria-label="What the colours mean">
      {colours.colouring === 'status' ? <Statuses codings={codings} /> : <CoderNames codings={codings} />}
    </ul>
  );
}

function Statuses({ codings }: { codings: readonly Coding[] }) {
  const used = new Set(codings.map(({ status }) => status));
  return statuses
    .filter((status) => used.has(status))
    .map((status) => (
      <Entry key={status} colour={colourOfStatus(status)} sign={statusGlyphs[status]} name={status} />
    ));
}

function CoderNames({ codings }: { codings: readonly Coding[] }) {
  const { data: coders = [] } = useCoders();
  const used = new Set(codings.map(({ coderId }) => coderId));
  const initials = listInitials(coders);
  return coders.map(({ id, name }, index) =>
    used.has(id) ? (
      <Entry key={id} colour={colourOfCoder(index)} sign={initials.get(id) ?? ''} name={name} />
    ) : null,
  );
}

type EntryProps = { colour: string; sign: string; name: string };

function Entry({ colour, sign, name }: EntryProps) {
  return (
    <li className={classes.entry}>
      <span className={classes.swatch} style={{ background: colour }} aria-hidden="true" />
      <span className={classes.sign} style={{ color: colour }} aria-hidden="true">
        {sign}
      </span>
      {name}
    </li>
  );
}
