/** How long the bar waits for the answer of the study, in milliseconds. */
const patience = 40;

/**
 * Resolves with the action, or a little later without it: so the bar goes in the picture in which the coding comes, and
 * the text is painted once, not twice.
 */
export async function settleSoon(action: Promise<void> | undefined): Promise<void> {
  await Promise.race([action, new Promise((resolve) => setTimeout(resolve, patience))]);
}
