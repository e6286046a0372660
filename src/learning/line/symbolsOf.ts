import { tokensOf } from '../../pages/text/tokens';
import { OTHER, SYMBOLS } from '../../reader/line/alphabet';

/** What a line reader should read where a text is written: `#` for every word and every sign it does not know. */
export function symbolsOf(text: string): string {
  return tokensOf(text.trim())
    .map((token) => (token.startsWith(' ') ? ' ' : SYMBOLS.includes(token) ? token : OTHER))
    .join('');
}
