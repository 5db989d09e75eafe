import { useEffect, useState } from 'react';
import type { TurnFrame } from '../../../db/model/turn-frame.ts';
import type { EditingSession } from './editing-session.ts';
import { $findTurn } from './turn-commands.ts';
import type { ShownSpeaker } from './turn-node.ts';

/** The turn with the caret; `number` counts from 1. */
export type TurnAtCaret = { key: string; number: number; frame: TurnFrame; shown: ShownSpeaker };

/** Follows the caret from turn to turn. */
export function useTurnAtCaret({ editor }: EditingSession): TurnAtCaret | null {
  const [turn, setTurn] = useState<TurnAtCaret | null>(null);
  useEffect(() => {
    const look = () =>
      setTurn((former) => {
        const found = editor.getEditorState().read($readTurn);
        const isSame = found?.key === former?.key && found?.frame === former?.frame;
        return isSame && found?.number === former?.number ? former : found;
      });
    look();
    return editor.registerUpdateListener(look);
  }, [editor]);
  return turn;
}

function $readTurn(): TurnAtCaret | null {
  const node = $findTurn();
  if (!node) return null;
  return {
    key: node.getKey(),
    number: node.getIndexWithinParent() + 1,
    frame: node.getFrame(),
    shown: node.getShown(),
  };
}
