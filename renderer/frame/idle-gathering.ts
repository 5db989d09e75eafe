/** How long the window may be busy before something is done all the same, in milliseconds. */
const patience = 120;

const whenIdle = (run: () => void) => void requestIdleCallback(run, { timeout: patience });

/**
 * Returns a function that gathers words and hands them on, each once, when the window has time: what was just done is
 * painted first. What comes while the last words are still worked on waits for that and goes together.
 */
export function makeIdleGathering(
  handOn: (words: readonly string[]) => Promise<void>,
  wait: (run: () => void) => void = whenIdle,
): (words: readonly string[]) => void {
  const gathered = new Set<string>();
  let isWaiting = false;
  const begin = () => {
    isWaiting = true;
    wait(() => void run());
  };
  const run = async () => {
    const words = [...gathered];
    gathered.clear();
    try {
      await handOn(words);
    } finally {
      isWaiting = false;
      if (gathered.size > 0) begin();
    }
  };
  return (words) => {
    for (const word of words) gathered.add(word);
    if (!isWaiting && gathered.size > 0) begin();
  };
}
