/** The address of a Redis server. */
export interface QueueAddress {
  /** With all that it takes to connect, the password too. */
  readonly url: string;
  /** What may be printed. */
  readonly shown: string;
}

/**
 * Reads the address of a Redis server.
 *
 * @param text redis://host:port, or rediss: for TLS; user and password before the host, or `?password=` behind it
 * @throws Error where it is none; what was found may hold a password and is not repeated
 */
export function readQueueAddress(text: string): QueueAddress {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^rediss?:$/.test(url.protocol) || url.hostname === '') {
    throw new Error(
      'expected the address of a Redis server such as redis://localhost:6379, found another text; ' +
        'it is not shown, as it may hold a password',
    );
  }
  return { url: url.href, shown: `${url.protocol}//${url.host}` };
}
