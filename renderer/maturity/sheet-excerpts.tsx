import { Checkbox } from '@mantine/core';
import type { Evidence } from '../../electron/ipc/contract/codes.ts';
import { useDesk } from '../state/desk.ts';
import { ExcerptCard } from '../widgets/excerpt-card.tsx';
import classes from './evidence-sheet-view.module.css';
import type { SheetSection } from './sheet-sections.ts';

type Props = { section: SheetSection; ticked: readonly number[]; onTick: (excerptId: number) => void };

/** One group of the sheet: each excerpt with a tick box, whether the rating rests on it. */
export function SheetExcerpts({ section, ticked, onTick }: Props) {
  return (
    <section className={classes.group} aria-label={section.title}>
      <h3>
        {section.title} <span>{section.codings.length}</span>
      </h3>
      <ul>
        {section.codings.map((coding) => (
          <li key={coding.id} data-ticked={ticked.includes(coding.excerptId) || undefined}>
            <Checkbox
              size="xs"
              aria-label={`The rating rests on: ${shorten(coding.quote)}`}
              checked={ticked.includes(coding.excerptId)}
              onChange={() => onTick(coding.excerptId)}
            />
            <ExcerptButton coding={coding} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ExcerptButton({ coding }: { coding: Evidence }) {
  const openPlace = useDesk((desk) => desk.openPlace);
  const { transcriptId, start, end, id } = coding;
  return (
    <button
      type="button"
      className={classes.excerpt}
      onClick={() => openPlace({ transcriptId, start, end, codingId: id })}
    >
      <ExcerptCard coding={coding} showsCode={false} />
    </button>
  );
}

const shorten = (quote: string) => (quote.length <= 80 ? quote : `${quote.slice(0, 79).trimEnd()}…`);
