import { Portal, Text } from '@mantine/core';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import type { Coding } from '../../electron/ipc/contract/transcripts.ts';
import { pathOfCode } from '../codes/code-branches.ts';
import { CodeDot } from '../codes/code-dot.tsx';
import { useCoders } from '../state/queries.ts';
import { formatMoment } from '../widgets/moment.ts';
import { StatusGlyph } from '../widgets/status-glyph.tsx';
import classes from './coding-card.module.css';

type Props = { coding: Coding; code: Code; top: number; left: number };

/** The greatest width of a card, in pixels. */
export const cardWidth = 300;

/** What a stripe stands for, beside it and, where it can, not above the text. Pixels from the top and the left of the window. */
export function CodingCard({ coding, code, top, left }: Props) {
  const { data: coders } = useCoders();
  const coder = coders?.find(({ id }) => id === coding.coderId)?.name ?? '';
  return (
    <Portal>
      <div role="tooltip" className={classes.card} style={{ top, left, maxWidth: cardWidth }}>
        <div className={classes.path}>
          <CodeDot code={code} />
          <span>{pathOfCode(code)}</span>
        </div>
        <div className={classes.facts}>
          <StatusGlyph status={coding.status} withWord />
          <span>{coding.evidence}</span>
        </div>
        <Text size="xs" c="dimmed">
          {coder} · {formatMoment(coding.createdAt)}
        </Text>
        {coding.comment ? <Text size="xs">{coding.comment}</Text> : null}
      </div>
    </Portal>
  );
}
