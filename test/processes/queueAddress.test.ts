import { describe, expect, it } from 'vitest';
import { readQueueAddress } from '../../src/processes/queueAddress';

describe('the address of a queue', () => {
  it.each([
    ['redis://localhost:6379', 'redis://localhost:6379'],
    ['rediss://me:secret@host:1/2', 'rediss://host:1'],
    ['redis://host?password=secret', 'redis://host'],
    ['REDIS://me:secret@host', 'redis://host'],
    ['redis://:se@cret@host', 'redis://host'],
  ])('%s is shown without its password', (address, shown) => {
    expect(readQueueAddress(address).shown).toBe(shown);
  });

  it('keeps the password for whoever connects', () => {
    expect(readQueueAddress('REDIS://me:secret@host?db=2').url).toBe('redis://me:secret@host?db=2');
  });

  it.each([
    'localhost:6379',
    'http://me:secret@host',
    'redis://me:sec/ret@host',
    'redis://',
    'secret',
  ])('%s is refused, and not repeated', (address) => {
    expect(() => readQueueAddress(address)).toThrow(
      /^expected the address of a Redis server such as redis:\/\/localhost:6379, found another text; it is not shown/,
    );
  });
});
