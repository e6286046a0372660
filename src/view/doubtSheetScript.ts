/**
 * Runs in the sheet of doubtful digits, as text: a button saves what was typed as CSV, a row a correction.
 *
 * It is written into the page, so it must not use anything from outside of itself.
 */
export function saveCorrections(): void {
  const inputs = Array.from(document.querySelectorAll('input'));
  const corrections = (): HTMLInputElement[] =>
    inputs.filter(({ value, validity }) => value !== '' && validity.valid);
  let saved = 0;
  const count = (): void => {
    document.getElementById('count')!.textContent = `${corrections().length} typed`;
  };
  const csv = (): string => {
    const rows = corrections().map(({ dataset, value }) => [
      ...[dataset.file, dataset.page, dataset.line, dataset.place],
      ...(dataset.box ?? '').split(' '),
      ...[dataset.digit, value],
    ]);
    const header = ['file', 'page', 'line', 'place', 'x0', 'y0', 'x1', 'y1', 'digit', 'right'];
    const cell = (text = ''): string =>
      /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    // Excel takes a file without the mark for one in an old encoding.
    return '\ufeff' + [header, ...rows].map((row) => `${row.map(cell).join(',')}\n`).join('');
  };
  document.addEventListener('input', count);
  document.getElementById('save')!.addEventListener('click', () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([csv()], { type: 'text/csv' }));
    link.download = 'corrections.csv';
    link.click();
    saved = corrections().length;
  });
  window.addEventListener('beforeunload', (event) => {
    if (corrections().length !== saved) event.preventDefault();
  });
  count();
}
