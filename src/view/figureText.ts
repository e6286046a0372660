import type { Figure } from './figure';

/** A figure shows so many things at most that are named one by one. */
const MOST_NAMED = 10;

const plain = (text: string): string =>
  text
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * Says in a sentence or two what a figure shows, for those who cannot see it: its title, what its axes stand for, and the
 * names of what is drawn.
 */
export function figureText({ data, layout }: Figure): string {
  const titleOf = (part: unknown): string =>
    plain((part as { title?: { text?: string } } | undefined)?.title?.text ?? '');
  const axes = Object.entries(layout)
    .filter(([name]) => /^[xy]axis\d*$/.test(name))
    .map(([, axis]) => titleOf(axis));
  const names = data.map((trace) => ('name' in trace && trace.name ? plain(trace.name) : ''));
  const list = (label: string, texts: readonly string[]): string => {
    const distinct = [...new Set(texts.filter((text) => text !== ''))];
    return distinct.length === 0 || distinct.length > MOST_NAMED
      ? ''
      : `${label}: ${distinct.join(', ')}.`;
  };
  const title = titleOf(layout);
  const sentence = /[.?!]$/.test(title) ? title : `${title}.`;
  return [title && sentence, list('Axes', axes), list('Shown', names)]
    .filter((part) => part !== '')
    .join(' ');
}
