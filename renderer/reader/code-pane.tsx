import { memo } from 'react';
import type { Span } from '../../db/model/span.ts';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import { CodeTree } from '../codes/code-tree.tsx';
import type { CodingActions } from './coding-actions.ts';
import { useReading } from './reading.ts';
import { useDigits } from './use-digits.ts';
import { useUsedCodes } from './used-codes.ts';

type Props = { guid: string; codes: readonly Code[]; actions: CodingActions };

/** The tree of codes beside the text: a chosen code is read, one that is applied goes on what is selected. */
export const CodePane = memo(function CodePane({ guid, codes, actions }: Props) {
  const codeId = useReading((reading) => reading.codeId);
  const digits = useDigits(guid, codes);
  const { showCode } = useReading.getState();
  const apply = (code: Code, dropped?: Span) => {
    const passage = dropped ?? useReading.getState().passage;
    if (passage) void actions.apply(code, passage);
    return passage !== null;
  };
  return (
    <CodeTree
      codes={codes}
      chosenId={codeId}
      digits={digits}
      onChoose={showCode}
      onApply={apply}
      onTogglePin={(id) => useUsedCodes.getState().togglePin(guid, id)}
    />
  );
});
