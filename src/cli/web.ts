import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { buildSite } from '../site/buildSite';
import { serveSite } from '../site/serveSite';
import { wholeNumberFrom } from './parseWholeNumber';

interface WebOptions {
  readonly build: string | undefined;
  readonly port: number;
}

async function serve(port: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'digits-web-'));
  try {
    await buildSite(folder);
    const { address, stop } = await serveSite(folder, port);
    console.log(`${address} reads pictures in the browser; Ctrl-C ends it`);
    await new Promise<void>((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
    await stop();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The command that shows the web page which reads pictures, or writes it for a server. */
export function webCommand(): Command {
  return new Command('web')
    .description('Serve a web page that reads pictures in the browser, on this machine only')
    .option('--build <folder>', 'write static files for any server instead')
    .option('--port <number>', 'port to serve on; 0 picks a free one', wholeNumberFrom(0), 8000)
    .action(async ({ build, port }: WebOptions) => {
      if (build === undefined) return serve(port);
      await buildSite(build);
      console.log(`${build}: put this folder onto any server`);
    });
}
