const sources = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'worker-src': "'self' blob:",
  'connect-src': "'self'",
  'img-src': "'self' blob: data:",
  'media-src': 'blob:',
  'style-src': "'self'",
  'form-action': "'none'",
  'base-uri': "'none'",
} as const;

/** What the page may load and from where, as a content security policy. */
export const contentPolicy = Object.entries(sources)
  .map(([what, where]) => `${what} ${where}`)
  .join('; ');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
};

/**
 * What a server says with a file of the page.
 *
 * @param ending of the file's name, such as `.html`
 */
export function headersFor(ending: string): Readonly<Record<string, string>> {
  return {
    'Content-Type': types[ending] ?? 'application/octet-stream',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-cache',
    // With these two, browsers let WebAssembly use several threads.
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    // The page holds the same policy, for servers that send none; only as a header it can forbid frames around it.
    ...(ending === '.html' && {
      'Content-Security-Policy': `${contentPolicy}; frame-ancestors 'none'`,
    }),
  };
}
