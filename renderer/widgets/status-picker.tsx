import { type Status, statuses, statusGlyphs } from '../../db/model/coding.ts';
import { GlyphChoice } from './glyph-choice.tsx';

type Props = {
  /** What is chosen; null while nothing is, as for several that differ. */
  value: Status | null;
  onChoose: (status: Status) => void;
  /** The key that chooses a status, for its hint. */
  keyOf?: (status: Status) => string;
  withWords?: boolean;
};

/** Chooses what a coding says of the company. */
export function StatusPicker({ value, onChoose, keyOf, withWords = false }: Props) {
  const options = statuses.map((status) => ({
    value: status,
    glyph: statusGlyphs[status],
    hint: keyOf ? `${status} (${keyOf(status)})` : status,
  }));
  return (
    <GlyphChoice label="Status" options={options} value={value} onChoose={onChoose} withWords={withWords} />
  );
}
