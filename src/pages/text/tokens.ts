/** Words with the signs that follow their letters, runs of spaces, single digits and signs. */
const tokens = /\p{L}[\p{L}\p{M}.,:;!?'-]*| +|./gu;

/** Divides a line of text into what is written in one go: words, runs of spaces, single digits and signs. */
export const tokensOf = (text: string): readonly string[] => text.match(tokens) ?? [];
