import { isCalendarDay } from './calendar-day.ts';

/** What kind of values an attribute of practitioners has. */
export const attributeKinds = ['text', 'number', 'date', 'yes or no', 'choice'] as const;
export type AttributeKind = (typeof attributeKinds)[number];

/**
 * Returns a value as it is stored, or undefined when it does not fit the kind: numbers as `3.5` (a comma is taken for
 * the point, unless three digits follow: `1,000` may be a thousand or one), dates as `2021-02-03`, `yes` or `no`, one
 * of the choices as it is spelled there.
 */
export function toAttributeValue(
  kind: AttributeKind,
  choices: readonly string[],
  written: string,
): string | undefined {
  const value = written.trim();
  switch (kind) {
    case 'text':
      return value;
    case 'number':
      return /^[-+]?\d{1,15}(?:\.\d{1,15}|,(?!\d{3}$)\d{1,15})?$/.test(value)
        ? String(Number(value.replace(',', '.')))
        : undefined;
    case 'date':
      return isCalendarDay(value) ? value : undefined;
    case 'yes or no':
      return toYesOrNo(value.toLowerCase());
    case 'choice':
      return choices.find((choice) => choice.toLowerCase() === value.toLowerCase());
  }
}

function toYesOrNo(value: string): string | undefined {
  if (['yes', 'y', 'true', '1'].includes(value)) return 'yes';
  return ['no', 'n', 'false', '0'].includes(value) ? 'no' : undefined;
}
