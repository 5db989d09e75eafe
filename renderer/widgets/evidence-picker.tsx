import { IconFileCheck, IconFileSearch, IconMessage } from '@tabler/icons-react';
import { type EvidenceType, evidenceTypes } from '../../db/model/coding.ts';
import { GlyphChoice } from './glyph-choice.tsx';

const icons = {
  affirmation: IconMessage,
  artefact: IconFileCheck,
  'indirect artefact': IconFileSearch,
} as const;

type Props = {
  /** What is chosen; null while nothing is, as for several that differ. */
  value: EvidenceType | null;
  onChoose: (evidence: EvidenceType) => void;
  /** The key that chooses a type, for its hint. */
  keyOf?: (evidence: EvidenceType) => string;
  withWords?: boolean;
};

/** Chooses what a statement rests on: somebody's word, something seen or documented, or a trace of it. */
export function EvidencePicker({ value, onChoose, keyOf, withWords = false }: Props) {
  const options = evidenceTypes.map((type) => {
    const Icon = icons[type];
    return {
      value: type,
      glyph: <Icon size={15} stroke={1.6} />,
      hint: keyOf ? `${type} (${keyOf(type)})` : type,
    };
  });
  return (
    <GlyphChoice
      label="Evidence type"
      options={options}
      value={value}
      onChoose={onChoose}
      withWords={withWords}
    />
  );
}
