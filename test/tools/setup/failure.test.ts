import { expect, it } from 'vitest';
import { describeFailure, SetupError } from '../../../tools/setup/failure';

const failure = {
  what: 'Getting tea',
  tried: 'kettle --boil',
  found: 'no water\nno fire',
  mend: 'fill the kettle',
};

it('a failure says in four lines what was tried, found and mends it', () => {
  expect(describeFailure(failure)).toBe(
    [
      'Getting tea failed.',
      '  tried: kettle --boil',
      '  found: no water',
      '         no fire',
      '  mend:  fill the kettle',
    ].join('\n'),
  );
});

it('an error of the set-up carries its failure and says it', () => {
  const error = new SetupError(failure);
  expect(error.failure).toBe(failure);
  expect(error.message).toBe(describeFailure(failure));
});
