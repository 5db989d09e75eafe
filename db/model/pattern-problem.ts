/** What is wrong with a regular expression: `at` is the character where, counted from 0, if that can be told. */
export type PatternProblem = { what: string; remedy: string; at: number | undefined };

/**
 * Finds what is wrong with a regular expression that cannot be compiled, in words that go behind “The pattern”, and what
 * to do. The engine's own message is for programmers and names no place.
 */
export function findPatternProblem(pattern: string): PatternProblem {
  return findOpenOrLoose(pattern) ?? findBadName(pattern) ?? findStranded(pattern) ?? unknownProblem;
}

const unknownProblem: PatternProblem = {
  what: 'is not a regular expression that can be used',
  remedy: 'write a backslash before signs that stand for themselves',
  at: undefined,
};

/** Finds a bracket without its partner, and a backslash with nothing behind it. */
function findOpenOrLoose(pattern: string): PatternProblem | undefined {
  const open: number[] = [];
  let classStart: number | undefined;
  for (let at = 0; at < pattern.length; at += 1) {
    const sign = pattern[at];
    if (sign === '\\') {
      if (at + 1 === pattern.length)
        return { what: 'ends with a backslash', remedy: 'write two, or none', at };
      at += 1;
    } else if (classStart !== undefined) {
      if (sign === ']') classStart = undefined;
    } else if (sign === '[') classStart = at;
    else if (sign === '(') open.push(at);
    else if (sign === ')' && open.pop() === undefined)
      return { what: 'closes a bracket that was not opened', remedy: 'leave “)” out, or write “\\)”', at };
    else if (sign === ']')
      return { what: 'closes a bracket that was not opened', remedy: 'leave “]” out, or write “\\]”', at };
  }
  if (classStart !== undefined)
    return { what: 'has “[” without “]”', remedy: 'close it, or write “\\[”', at: classStart };
  const last = open.at(-1);
  return last === undefined
    ? undefined
    : { what: 'has “(” without “)”', remedy: 'close it, or write “\\(”', at: last };
}

function findBadName(pattern: string): PatternProblem | undefined {
  const names = new Set<string>();
  for (const { 1: name = '', index } of pattern.matchAll(/(?<!\\)\(\?<(?![=!])([^>]*)>?/gu)) {
    if (!/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name))
      return {
        what: 'has a group with a name that cannot be used',
        remedy: 'begin its name with a letter',
        at: index,
      };
    if (names.has(name))
      return { what: `has two groups called ${name}`, remedy: 'give the name to one of them', at: index };
    names.add(name);
  }
  return undefined;
}

/** Finds `*`, `+`, `?` and `{…}` that repeat nothing, and a backslash before a letter that has no meaning with one. */
function findStranded(pattern: string): PatternProblem | undefined {
  const repeat = /(?:^|(?<!\\)[(|])([*+?{])(?<!\(\?)/u.exec(pattern) ?? /(?<!\\)[*+?}][*+]/u.exec(pattern);
  if (repeat !== null) {
    const at = repeat.index + repeat[0].length - 1;
    return { what: 'repeats nothing', remedy: `write “\\${pattern[at]}” for the sign itself`, at };
  }
  const braces = /(?<!\\)\{(?!\d+(?:,\d*)?\})(?<!\\[pPu]\{)|(?<!\\)\}(?<!\{[^{}]*\})/u.exec(pattern);
  if (braces !== null)
    return {
      what: 'has a curly bracket that is no count',
      remedy: `write “\\${braces[0]}” for the bracket itself`,
      at: braces.index,
    };
  const unknown = /\\([^dDwWsSbBnrtfvpPukcx0-9^$\\.*+?()[\]{}|/-])/u.exec(pattern);
  return unknown === null
    ? undefined
    : {
        what: `has a backslash before “${unknown[1]}”`,
        remedy: 'leave the backslash out',
        at: unknown.index,
      };
}
