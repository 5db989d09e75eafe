const minuteWords = 'm|min\\.?|mins|minutes?|minuten?|minuti|minutos?';
const hourWords = 'h|hrs?\\.?|hours?|std\\.?|stunden?|heures?|horas?|ore';
const onlyMinutes = new RegExp(`^(\\d{1,4})(?:[.,]0+)?\\s*(?:${minuteWords})?$`);
const onlyHours = new RegExp(`^(\\d{1,2})[.,](\\d{1,2})\\s*(?:${hourWords})$`);
const hoursAndMinutes = new RegExp(
  `^(\\d{1,2})\\s*(?::|(?:${hourWords}))\\s*(\\d{1,2})?\\s*(?:${minuteWords})?$`,
);
const withSeconds = /^(\d{1,2}):(\d{2}):(\d{2})$/;

/**
 * Returns the minutes a text means (`45`, `45 min`, `0:45`, `1:30`, `1 h 30`, `1.5 h`, `0:44:50`), or null when it is
 * empty. Throws with a sentence for anything else.
 */
export function parseMinutes(text: string): number | null {
  const written = text.trim().toLowerCase();
  if (written === '') return null;
  const minutes = Math.round(countMinutes(written));
  if (minutes > 0) return minutes;
  throw new Error(`“${text.trim()}” is no duration. Write minutes, such as 45.`);
}

function countMinutes(written: string): number {
  const minutes = onlyMinutes.exec(written);
  if (minutes) return Number(minutes[1]);
  const part = onlyHours.exec(written);
  if (part) return Number(`${part[1]}.${part[2]}`) * 60;
  const long = withSeconds.exec(written);
  if (long) return Number(long[1]) * 60 + Number(long[2]) + Number(long[3]) / 60;
  const hours = hoursAndMinutes.exec(written);
  return hours ? Number(hours[1]) * 60 + Number(hours[2] ?? 0) : 0;
}
