import { createHash } from 'node:crypto';

// Letters that are no base letter with an accent.
const letters: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };

/**
 * The beginning of an id made of a name, with room for an ending: "São Paulo" becomes sao-paulo. Empty for other
 * scripts.
 */
export function slugOf(name: string): string {
  const plain = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]/g, (letter) => letters[letter] ?? (/['’‘ʻʼ`]/.test(letter) ? '' : '-'));
  return plain.replace(/-+/g, '-').replace(/^-/, '').slice(0, 56).replace(/-$/, '');
}

/** Eight characters that tell texts apart. */
export const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);
