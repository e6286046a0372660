/** A label of MNIST's test digits that most people who looked at the image did not agree with. */
export interface DisputedLabel {
  /** Which of the 10,000 test digits. */
  readonly index: number;
  /** What MNIST says. */
  readonly label: number;
  /** What each of five people read: a digit, or `?` for neither of the two they could choose from. */
  readonly readings: string;
}

/**
 * The 15 label errors of MNIST's test digits that Northcutt, Athalye and Mueller found (arXiv 2103.14749,
 * 2021): a network proposed another digit, and fewer than three of five people chose the label, given
 * the label, the proposal and neither. Counted from their votes in
 * https://github.com/cleanlab/label-errors/blob/main/mturk/mnist_mturk.json
 */
export const disputedLabels: readonly DisputedLabel[] = [
  { index: 947, label: 8, readings: '99999' },
  { index: 1621, label: 0, readings: '66600' },
  { index: 1901, label: 9, readings: '44499' },
  { index: 2130, label: 4, readings: '9944?' },
  { index: 2462, label: 2, readings: '0000?' },
  { index: 2597, label: 5, readings: '3333?' },
  { index: 2654, label: 6, readings: '11???' },
  { index: 3520, label: 6, readings: '66???' },
  { index: 3558, label: 5, readings: '00005' },
  { index: 5937, label: 5, readings: '3335?' },
  { index: 6651, label: 0, readings: '66666' },
  { index: 6783, label: 1, readings: '66611' },
  { index: 8527, label: 4, readings: '9944?' },
  { index: 9679, label: 6, readings: '66???' },
  { index: 9729, label: 5, readings: '66655' },
];
