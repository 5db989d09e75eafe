/** Commands of menu bar and keyboard that the screen which is shown carries out itself. */
export type ScreenCommand = 'find-code' | 'find-in-transcript';

type Listener = (command: ScreenCommand) => void;

const listeners = new Set<Listener>();

/** Hands a command to the screen that is shown; where it has no meaning, nothing happens. */
export function tellScreen(command: ScreenCommand): void {
  for (const listener of listeners) listener(command);
}

/** Hears the commands until the returned function is called. */
export function onScreenCommand(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
