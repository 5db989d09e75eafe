import { useEffect } from 'react';
import { findAction, runMenuCommand } from './commands.ts';
import { findKeyCommand, type KeyCommand, typedCommands } from './keys.ts';
import { hasTypingToUndo, isInTextField } from './text-field.ts';

/** The two buttons at the side of many mice, by the numbers the page knows them by. */
const mouseCommands: Partial<Record<number, KeyCommand>> = { 3: 'go-back', 4: 'go-forward' };

/**
 * Carries out the commands of menu bar and keyboard. A press that is heard here is kept from the menu bar, which
 * Electron asks only after the page: so no press acts twice.
 */
export function useCommands(hasStudy: boolean): void {
  useEffect(() => {
    const hearKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const action = findPressAction(event, hasStudy);
      if (!action) return;
      event.preventDefault();
      // A key that is held down acts once.
      if (!event.repeat) action();
    };
    window.addEventListener('keydown', hearKey);
    const hearMouse = (event: MouseEvent) => {
      const command = mouseCommands[event.button];
      if (command === undefined) return;
      event.preventDefault();
      findAction(command, hasStudy)?.();
    };
    window.addEventListener('mouseup', hearMouse);
    const endMenu = window.casebench.onMenu((command) => runMenuCommand(command, hasStudy));
    return () => {
      window.removeEventListener('keydown', hearKey);
      window.removeEventListener('mouseup', hearMouse);
      endMenu();
    };
  }, [hasStudy]);
}

function findPressAction(event: KeyboardEvent, hasStudy: boolean): (() => unknown) | undefined {
  const command = findKeyCommand(event, window.casebench.platform);
  if (command === undefined) return undefined;
  if (typedCommands.includes(command) && isInTextField()) return undefined;
  if ((command === 'undo' || command === 'redo') && hasTypingToUndo(command)) return undefined;
  return findAction(command, hasStudy);
}
