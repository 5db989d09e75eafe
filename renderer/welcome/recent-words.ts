/** Returns the folder of a path, written as the person's system writes it. */
export function folderOf(path: string): string {
  const end = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  return end > 0 ? path.slice(0, end) : path;
}

const day = 24 * 60 * 60 * 1000;

/** Says when something was, as one would: `today`, `yesterday`, `4 days ago`, later the date. */
export function sayWhen(openedAt: string, now: Date): string {
  const date = new Date(openedAt);
  const days = Math.round((startOfDay(now) - startOfDay(date)) / day);
  if (days <= 0) return 'today';
  if (days === 1) return 'yesterday';
  if (days < 7) return `${days} days ago`;
  return date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
}

const startOfDay = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
