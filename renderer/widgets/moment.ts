const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** Returns a stored moment (UTC, ISO 8601) in the researcher's own time and words. */
export function formatMoment(stored: string): string {
  const moment = new Date(stored);
  return Number.isNaN(moment.getTime()) ? stored : format.format(moment);
}
