import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** Where Chromium and Chrome lie on Linux, macOS and Windows; CHROMIUM names another. */
const places = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

/** The browser of this machine; undefined where there is none. */
export const browserPath = places.find((path) => path !== undefined && existsSync(path));

/** Whether browser tests are left out, and what is said of it. */
export const withoutBrowser = browserPath === undefined;
if (withoutBrowser) console.error('No Chromium is installed: what runs in browsers is not tested.');

/** How long it may take to start; milliseconds. */
const PATIENCE = 200_000;

/** Starts the browser, without a window. */
export function launchBrowser(...args: string[]): Promise<Browser> {
  return chromium.launch({
    executablePath: browserPath!,
    timeout: PATIENCE,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      ...args,
    ],
  });
}
