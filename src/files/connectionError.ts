import { Refusal } from './request';

type Environment = Readonly<Record<string, string | undefined>>;

/** What Node says of certificates that it does not trust. */
const untrusted = new Set([
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** What to say where the connection goes through a proxy. */
function proxyHint(environment: Environment): string {
  const names = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'];
  const name = names.find((name) => environment[name]);
  if (name === undefined) return '';
  return `; ${name} names a proxy: mend it, or list in NO_PROXY the hosts that are reached without it`;
}

/**
 * Says of an error of `fetch` what a person needs to know: what is behind it, and what to do.
 *
 * @param environment the variables that may name a proxy
 * @returns a Refusal where no retry will change it
 */
export function explainConnectionError(error: Error, environment: Environment): Error {
  const { message, cause } = error;
  // Only what fetch itself throws has no reason in its message.
  if (!(error instanceof TypeError) || !(cause instanceof Error)) return error;
  const { code = '', message: reason } = cause as NodeJS.ErrnoException;
  if (untrusted.has(code)) {
    return new Refusal(
      `a certificate that Node does not trust (${code}: ${reason}); where it is that of your own network, name its ` +
        'file: NODE_EXTRA_CA_CERTS=/path/to/certificate.pem',
      { cause: error },
    );
  }
  return new Error(`${message}: ${reason || code}${proxyHint(environment)}`, { cause: error });
}
