/** What a style says of an element: bold or not (undefined: as around it), not shown, white space kept. */
export type HtmlStyle = { isBold: boolean | undefined; isHidden: boolean; isPreformatted: boolean };

const longestSheet = 1_000_000;

/** Reads the declarations of a `style` attribute or of a rule in a style sheet. */
export function readDeclarations(css: string): HtmlStyle {
  const declarations = css.slice(0, 10_000).toLowerCase();
  const weight = /(?:^|;)\s{0,9}font-weight\s{0,9}:\s{0,9}([a-z\d]+)/.exec(declarations)?.[1];
  return {
    isBold: weight === undefined || weight === 'inherit' ? undefined : isBoldWeight(weight),
    isHidden: /(?:^|;)\s{0,9}(?:display\s{0,9}:\s{0,9}none|mso-hide\s{0,9}:\s{0,9}all)/.test(declarations),
    isPreformatted:
      /(?:^|;)\s{0,9}white-space\s{0,9}:\s{0,9}(?:pre|pre-wrap|pre-line|break-spaces)\s{0,9}(?:;|$)/.test(
        declarations,
      ),
  };
}

/**
 * Reads the rules for single classes (`.c3 { font-weight: 700 }`) of a style sheet into `byClass`: that is how Google
 * Docs writes bold. Other selectors are not read.
 */
export function readStyleSheet(css: string, byClass: Map<string, HtmlStyle>): void {
  const rule = /(?:^|[\s,}>])(?:span|p|div|td)?\.([\w-]{1,80})\s{0,9}\{([^{}]{0,5000})\}/g;
  for (const [, name, declarations] of css.slice(0, longestSheet).matchAll(rule)) {
    if (name !== undefined && declarations !== undefined) byClass.set(name, readDeclarations(declarations));
  }
}

function isBoldWeight(weight: string): boolean {
  return weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;
}
