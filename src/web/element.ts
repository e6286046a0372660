/**
 * Makes an element of a page.
 *
 * @param name such as `button`
 * @param attributes by their names in HTML
 * @param content what is inside
 */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | number>> = {},
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...content);
  return made;
}

/** A button with a text that does something. */
export function button(text: string, onClick: () => void, title = ''): HTMLButtonElement {
  const made = element('button', { type: 'button', ...(title && { title }) }, text);
  made.addEventListener('click', onClick);
  return made;
}
