/**
 * Returns TypeScript source with its comments, templates and regular expressions, and its quoted strings if wished,
 * replaced by blanks of the same length. Lines stay where they are. Text between JSX tags may lose an end of a line.
 */
export function blankComments(source: string, strings: 'keep' | 'blank'): string {
  let result = '';
  for (let index = 0; index < source.length; ) {
    const length = measureToken(source, index, result);
    const token = source.slice(index, index + length);
    const first = token.charAt(0);
    const isString = first === "'" || first === '"';
    const isKept = length === 1 || (isString && strings === 'keep');
    result += isKept ? token : token.replace(/[^\n]/g, ' ');
    index += length;
  }
  return result;
}

/** Returns the length of the comment, string, template or regular expression that begins here, else 1. */
function measureToken(source: string, index: number, before: string): number {
  const two = source.slice(index, index + 2);
  const first = two.charAt(0);
  if (two === '//') return match(/\/\/[^\n]*/y, source, index);
  if (two === '/*') return match(/\/\*[\s\S]*?(?:\*\/|$)/y, source, index);
  if (first === "'") return match(/'(?:\\.|[^'\\\n])*'?/y, source, index);
  if (first === '"') return match(/"(?:\\.|[^"\\\n])*"?/y, source, index);
  if (first === '`') return measureTemplate(source, index);
  if (first === '/' && isPlaceOfPattern(before)) {
    return match(/\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/?/y, source, index);
  }
  return 1;
}

function match(pattern: RegExp, source: string, index: number): number {
  pattern.lastIndex = index;
  return pattern.exec(source)?.[0].length ?? 1;
}

function measureTemplate(source: string, start: number): number {
  let index = start + 1;
  while (index < source.length && source.charAt(index) !== '`') {
    if (source.charAt(index) === '\\') index += 2;
    else if (source.startsWith('${', index)) index += measureHole(source, index);
    else index += 1;
  }
  return index + 1 - start;
}

/** A hole of a template is code, which may hold strings, comments and templates of its own. */
function measureHole(source: string, start: number): number {
  let depth = 0;
  let before = '';
  for (let index = start + 1; index < source.length; ) {
    const length = measureToken(source, index, before);
    const token = source.slice(index, index + length);
    before += token;
    index += length;
    if (token === '{') depth += 1;
    if (token === '}') depth -= 1;
    if (depth === 0) return index - start;
  }
  return source.length - start;
}

/** A slash divides after a value and begins a pattern elsewhere; after `<` it closes a tag. */
function isPlaceOfPattern(before: string): boolean {
  const code = before.trimEnd();
  return code === '' || /[(,=:[!&|?{;+\-*%>~^]$|\b(?:return|typeof|case|in|of|await|yield)$/.test(code);
}
