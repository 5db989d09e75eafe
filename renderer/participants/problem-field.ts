/**
 * Returns the field whose typed text a sentence speaks of, so that it can be shown there: the one of which a word
 * stands in quotation marks in it, else the first field that is required and empty, else the first of all.
 */
export function findProblemField(
  message: string,
  values: Readonly<Record<string, string>>,
  required: readonly string[],
): string | undefined {
  const quoted = [...message.matchAll(/“([^”]+)”/gu)].map(([, word = '']) => word.toUpperCase());
  const fields = Object.keys(values);
  const named = fields.find((field) => toWords(values[field] ?? '').some((word) => quoted.includes(word)));
  return named ?? required.find((field) => (values[field] ?? '').trim() === '') ?? fields[0];
}

function toWords(text: string): string[] {
  const whole = text.trim().toUpperCase();
  return whole === '' ? [] : [whole, ...whole.split(/[,;\s]+/u).filter((word) => word !== '')];
}
