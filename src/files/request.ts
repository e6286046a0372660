import type * as undici from 'undici';

/** An answer or an address that no retry will change. */
export class Refusal extends Error {}

/** How often a server may send a request elsewhere. */
const REDIRECTS = 5;

function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}

/** Makes sure that nobody on the way can change what is sent. */
function checkEncrypted(address: URL, allowHttp: boolean): void {
  if (address.protocol === 'https:' || isLoopback(address)) return;
  if (address.protocol === 'http:' && allowHttp) return;
  throw new Refusal(`${address.href}, which is not encrypted; an address with https:// is needed`);
}

/** Asks the proxy that the environment names, or none. */
function createProxyAgent({ EnvHttpProxyAgent }: typeof undici): undici.Dispatcher {
  try {
    // As curl does it: a tunnel is for what is encrypted.
    return new EnvHttpProxyAgent({ proxyTunnel: false });
  } catch (error) {
    throw new Refusal(
      'a proxy of no use in HTTPS_PROXY or HTTP_PROXY; they name it as in http://proxy.example:3128',
      { cause: error },
    );
  }
}

/**
 * Asks a server for a file, and goes where it sends the request; through the proxy that the environment names
 * (`HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`), where it names one.
 *
 * @param allowHttp whether the user has named this very address, so that it may be without encryption
 * @throws Refusal where an address is not encrypted, the server sends the request on and on, or a proxy's address is
 *   none; an address that is encrypted never leads to one that is not
 */
export async function request(
  url: string,
  init: { readonly headers: Readonly<Record<string, string>>; readonly signal: AbortSignal },
  allowHttp: boolean,
): Promise<undici.Response> {
  let address = new URL(url);
  checkEncrypted(address, allowHttp);
  // It takes a while to load.
  const client = await import('undici');
  const dispatcher = createProxyAgent(client);
  for (let redirects = 0; redirects <= REDIRECTS; redirects++) {
    const response = await client.fetch(address, { ...init, redirect: 'manual', dispatcher });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || location === null) return response;
    await response.body?.cancel();
    const next = new URL(location, address);
    checkEncrypted(next, allowHttp && address.protocol === 'http:');
    address = next;
  }
  throw new Refusal(`more than ${REDIRECTS} redirects, the last to ${address.href}`);
}
