// Fonts of signs that Word writes by their place in the font, and what people use of them in transcripts.
const signs: ReadonlyMap<string, ReadonlyMap<number, string>> = new Map([
  [
    'wingdings',
    toSigns(
      '4a ☺ 4b 😐 4c ☹ 45 ☜ 46 ☞ 6c ● 6e ■ 6f □ 71 ❑ 72 ❒ 73 ⬧ 75 ◆ 76 ❖ 9f • a7 ▪ a8 ◻ d8 ➢ df ← e0 → e1 ↑ e2 ↓ e8 ➔ ef ⇦ f0 ⇨ fb ✗ fc ✓ fd ☒ fe ☑',
    ),
  ],
  ['wingdings 2', toSigns('4f ✗ 50 ✓ 51 ☒ 52 ☑ a3 □')],
  [
    'symbol',
    toSigns(
      '61 α 62 β 63 χ 64 δ 65 ε 66 φ 67 γ 68 η 6b κ 6c λ 6d μ 6e ν 70 π 71 θ 72 ρ 73 σ 74 τ 77 ω 44 Δ 53 Σ 57 Ω a3 ≤ a5 ∞ ab ↔ ac ← ad ↑ ae → af ↓ b1 ± b3 ≥ b4 × b7 • b9 ≠ ba ≡ bb ≈ bc …',
    ),
  ],
]);

/**
 * Returns the sign at a place (in hexadecimal) of one of the fonts of signs, `�` where no letter means it, and in
 * other fonts the character of that number.
 */
export function toSymbol(font: string, place: string): string {
  const code = Number.parseInt(place, 16);
  const known = signs.get(font.toLowerCase())?.get(code & 0xff);
  if (known !== undefined) return known;
  // Places are counted from F000, which means nothing outside the font.
  const isOutside = Number.isNaN(code) || code < 0x20 || (code >= 0xd800 && code <= 0xf8ff) || code > 0xffff;
  return isOutside ? '\uFFFD' : String.fromCharCode(code);
}

function toSigns(list: string): Map<number, string> {
  const words = list.split(' ');
  return new Map(
    words.flatMap((word, index) =>
      index % 2 === 0 ? [[Number.parseInt(word, 16), words[index + 1] ?? ''] as const] : [],
    ),
  );
}
