/** A part of a text, and whether it is what was looked for. */
export interface Part {
  text: string;
  isMatch: boolean;
}

/** As the API compares texts: without accents and case. One character stays one, so that places in both are the same. */
const fold = (text: string): string =>
  Array.from(text, (character) => {
    const [base = ''] = character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    return base.padEnd(character.length) || character;
  }).join('');

/** Cuts a text where words of a search begin and end in it. */
export function marks(text: string, searched: string): Part[] {
  const words = fold(searched).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [{ text, isMatch: false }];
  const folded = fold(text);
  const isMatch = new Array<boolean>(text.length).fill(false);
  for (const word of words)
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1))
      isMatch.fill(true, at, at + word.length);
  const parts: Part[] = [];
  for (const [i, character] of text.split('').entries()) {
    const last = parts.at(-1);
    if (last && last.isMatch === isMatch[i]) last.text += character;
    else parts.push({ text: character, isMatch: isMatch[i]! });
  }
  return parts;
}
