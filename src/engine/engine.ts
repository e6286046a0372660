/** The name of a TensorFlow that can run the networks. */
export type EngineName = 'native' | 'wasm';

/** The TensorFlow that runs the networks in this process. */
export interface Engine {
  readonly name: EngineName;
  /** The version of the library that calculates. */
  readonly version: string;
  /** For people: why this engine and not the other. */
  readonly reason: string;
}

/** The engines that DIGITS_ENGINE may name. */
const engineNames: readonly EngineName[] = ['native', 'wasm'];

/** Each engine is loaded when it is started: the other one may not be installed. */
async function startNative(): Promise<string> {
  const native = await import('./native.js').catch((cause: unknown) => {
    throw new Error('it is not installed', { cause });
  });
  return native.startNative();
}

const startWasm = async (): Promise<string> => (await import('./wasm.js')).startWasm();

/**
 * Chooses between the engines.
 *
 * @param wished the value of DIGITS_ENGINE; undefined or empty lets the native engine run where it can
 * @throws RangeError where no engine has that name
 * @throws Error where the engine asked for cannot run
 */
export async function chooseEngine(wished: string | undefined): Promise<Engine> {
  if (wished && !engineNames.some((name) => name === wished)) {
    throw new RangeError(
      `DIGITS_ENGINE: expected ${engineNames.join(' or ')}, found "${wished}"; set one of them or none`,
    );
  }
  if (wished === 'wasm') {
    return { name: 'wasm', version: await startWasm(), reason: 'DIGITS_ENGINE asks for it' };
  }
  try {
    const version = await startNative();
    const reason = wished ? 'DIGITS_ENGINE asks for it' : 'it is installed, and the fastest';
    return { name: 'native', version, reason };
  } catch (error) {
    const { message } = error as Error;
    if (wished) {
      throw new Error(
        `DIGITS_ENGINE=native: the native engine does not load: ${message}. ` +
          'Run `npm run setup` to install it, or unset the variable to use WebAssembly.',
        { cause: error },
      );
    }
    const reason =
      `the native one does not load: ${message}; \`npm run setup\` installs it in the project, ` +
      '`npm install @tensorflow/tfjs-node` beside the package';
    return { name: 'wasm', version: await startWasm(), reason };
  }
}

let running: Promise<Engine> | undefined;

/**
 * Starts the engine of this process, once: every later call gets the same one.
 *
 * Everything else works with `@tensorflow/tfjs-core` and `@tensorflow/tfjs-layers` and never asks which
 * engine calculates. `DIGITS_ENGINE=native|wasm` forces one.
 *
 * @throws Error where the engine asked for cannot run
 */
export function startEngine(): Promise<Engine> {
  running ??= chooseEngine(process.env.DIGITS_ENGINE);
  return running;
}
