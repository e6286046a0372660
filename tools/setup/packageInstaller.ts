import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import { request as httpRequest, type Agent } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { projectFolder } from '../../src/files/projectFolder';
import { lastLines, run } from '../../src/processes/childProcess';
import { removeEngine } from './engineFiles';
import { SetupError } from './failure';
import { folderSize } from '../../src/files/folderSize';
import { startProgress } from '../../src/cli/progress';

/** Seconds that the host may take to answer. */
const PATIENCE = 5;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The address from which the installer of tfjs-node downloads TensorFlow's library, by the rules of its
 * scripts/install.js.
 *
 * @param system as in "linux-x64"
 * @returns undefined where the package has no library for the system
 */
export function libraryAddress(system: string, environment: Environment): string | undefined {
  const variable = (...names: string[]): string | undefined =>
    names.map((name) => environment[name]).find(Boolean);
  const host =
    variable('TFJS_NODE_CDN_STORAGE', 'npm_config_TFJS_NODE_CDN_STORAGE', 'CDN_STORAGE') ??
    'https://storage.googleapis.com/';
  const base =
    variable('TFJS_NODE_BASE_URI', 'npm_config_TFJS_NODE_BASE_URI') ??
    `${host}tensorflow/libtensorflow/libtensorflow-`;
  const addresses: Readonly<Record<string, string>> = {
    'linux-x64': `${base}cpu-linux-x86_64-2.9.1.tar.gz`,
    'darwin-x64': `${base}cpu-darwin-x86_64-2.9.1.tar.gz`,
    'win32-x64': `${base}cpu-windows-x86_64-2.9.1.zip`,
    'linux-arm64': `${host}tf-builds/libtensorflow_r2_7_linux_arm64.tar.gz`,
    'darwin-arm64': `${host}tf-builds/libtensorflow_r2_7_darwin_arm64_cpu.tar.gz`,
  };
  return addresses[system];
}

/** The proxy's agent that the installer itself would use. */
function proxyAgent(packageFolder: string): Agent | undefined {
  const { HTTPS_PROXY, https_proxy, HTTP_PROXY, http_proxy } = process.env;
  const proxy = [HTTPS_PROXY, https_proxy, HTTP_PROXY, http_proxy].find(Boolean);
  if (!proxy) return undefined;
  const requireThere = createRequire(join(packageFolder, 'package.json'));
  const ProxyAgent = requireThere('https-proxy-agent') as new (address: string) => Agent;
  return new ProxyAgent(proxy);
}

/** What a host says to the question for a file; "200" where it has it. */
function probe(address: string, packageFolder: string): Promise<string> {
  const request = address.startsWith('https') ? httpsRequest : httpRequest;
  const agent = proxyAgent(packageFolder);
  return new Promise((resolve) => {
    const asking = request(address, { method: 'HEAD', ...(agent && { agent }) }, (answer) => {
      answer.resume();
      resolve(String(answer.statusCode));
    });
    asking.setTimeout(PATIENCE * 1000, () =>
      asking.destroy(new Error(`no answer in ${PATIENCE} s`)),
    );
    asking.on('error', (error) => {
      resolve(error.message);
    });
    asking.end();
  });
}

// The installer lays the library beside the addon of another N-API version than the one that is loaded.
function stageWindowsLibrary(packageFolder: string): void {
  const library = join(packageFolder, 'deps', 'lib', 'tensorflow.dll');
  if (!existsSync(library)) return;
  for (const version of readdirSync(join(packageFolder, 'lib'))) {
    const beside = join(packageFolder, 'lib', version, 'tensorflow.dll');
    if (!existsSync(beside)) copyFileSync(library, beside);
  }
}

/**
 * Runs tfjs-node's own installer, where its host answers. Whether what it installs is whole shows only
 * when it is loaded: the installer itself takes half a library for one.
 *
 * @param packageFolder tfjs-node's folder
 * @param system as in "linux-x64"
 * @throws SetupError where the host does not answer or the installer fails
 */
export async function runPackageInstaller(packageFolder: string, system: string): Promise<void> {
  const what = "Installing TensorFlow with the package's own installer";
  const mend = 'npm run setup, once that host can be reached';
  const address = libraryAddress(system, process.env);
  if (address === undefined) {
    throw new SetupError({
      what,
      tried: system,
      found: 'nothing for this system',
      mend: 'none needed',
    });
  }
  const { protocol, hostname } = new URL(address);
  if (protocol !== 'https:' && !['localhost', '127.0.0.1', '[::1]'].includes(hostname)) {
    throw new SetupError({
      what,
      tried: address,
      found: 'an address without https, where anybody on the way can change what comes',
      mend: 'TFJS_NODE_CDN_STORAGE=https://… npm run setup',
    });
  }
  const answer = await probe(address, packageFolder);
  if (answer !== '200') {
    throw new SetupError({ what, tried: `HEAD ${address}`, found: answer, mend });
  }
  console.error(`  ${what} …`);
  removeEngine(packageFolder);
  const programs = join(projectFolder(), 'node_modules', '.bin');
  const progress = startProgress('Downloading and unpacking', 0, 'MB');
  const timer = setInterval(() => {
    progress.update(folderSize(packageFolder));
  }, 1000);
  const args = ['scripts/install.js', 'cpu', 'download'];
  const { status, output } = await run(process.execPath, args, {
    folder: packageFolder,
    environment: { PATH: `${programs}${delimiter}${process.env.PATH ?? ''}` },
  });
  clearInterval(timer);
  if (status !== 0) {
    throw new SetupError({
      what,
      tried: `node scripts/install.js in ${packageFolder}`,
      found: lastLines(output, 4),
      mend,
    });
  }
  if (process.platform === 'win32') stageWindowsLibrary(packageFolder);
}
