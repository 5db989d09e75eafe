import { Portal, Text } from '@mantine/core';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import type { Coding } from '../../electron/ipc/contract/transcripts.ts';
import { CodeDot } from '../codes/code-dot.tsx';
import { StatusGlyph } from '../widgets/status-glyph.tsx';
import classes from './coding-card.module.css';
import { CodingFacts } from './coding-facts.tsx';

type Props = { coding: Coding; code: Code; path: string; top: number; left: number };

/** The greatest width of a card, and the height it seldom exceeds, in pixels. */
export const cardSize = { width: 300, height: 180 };

/** What a coding says, beside its stripe. The pointer goes through it. Pixels from the top and the left of the window. */
export function CodingCard({ coding, code, path, top, left }: Props) {
  return (
    <Portal>
      <div role="tooltip" className={classes.card} style={{ top, left, maxWidth: cardSize.width }}>
        <div className={classes.path}>
          <CodeDot code={code} />
          <span>{path}</span>
        </div>
        <div className={classes.facts}>
          <StatusGlyph status={coding.status} withWord />
          <span>{coding.evidence}</span>
        </div>
        <CodingFacts coding={coding} />
        {coding.comment ? (
          <Text size="xs" lineClamp={5}>
            {coding.comment}
          </Text>
        ) : null}
      </div>
    </Portal>
  );
}
