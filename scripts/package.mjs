// Builds the package that people install: what reads pictures, bundled with the WebAssembly engine.
//
//     npm run package [-- FOLDER]
//
// FOLDER gets `package` and, beside it, the packed file; by default it is `out`.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';

const root = resolve(import.meta.dirname, '..');
const require = createRequire(import.meta.url);
const project = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** The bundles by their name in `dist`. Threads are started by path: their files keep the place that src gives them. */
const entries = {
  index: 'src/read.ts',
  'cli/main': 'src/cli/readerMain.ts',
  'processes/threadProcess': 'src/processes/threadProcess.ts',
  'picture/file/decoderThread': 'src/picture/file/decoderThread.ts',
};

/** Where it is installed, reading is faster, and tables can be written. */
const optional = ['@tensorflow/tfjs-node', 'nodejs-polars'];
/** Of these, reading needs so little that it is bundled. */
const bundled = ['@tensorflow/tfjs-core', '@tensorflow/tfjs-backend-wasm'];

const nameOf = (path) => /^(?:@[^/]+\/)?[^/]+/.exec(path)[0];

/** Leaves packages to be installed, but for the engine. */
const packages = {
  name: 'packages',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/wasm\.js$/ }, () => ({
      path: join(root, 'src/engine/packagedWasm.ts'),
    }));
    onResolve({ filter: /^[^./]/ }, ({ path, kind, importer }) => {
      const isOurs = !importer.includes('node_modules');
      if (kind === 'entry-point' || !isOurs || bundled.includes(nameOf(path))) return undefined;
      return { path, external: true };
    });
  },
};

async function bundle(folder) {
  const { metafile } = await build({
    entryPoints: Object.fromEntries(
      Object.entries(entries).map(([name, path]) => [name, join(root, path)]),
    ),
    outdir: folder,
    bundle: true,
    minify: true,
    keepNames: true,
    legalComments: 'linked',
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    plugins: [packages],
    metafile: true,
    logLevel: 'warning',
  });
  const ours = Object.entries(metafile.inputs).filter(([path]) => !path.includes('node_modules'));
  const used = ours.flatMap(([, { imports }]) => imports).filter(({ external }) => external);
  // Beside packages, esbuild lists Node's own modules and its own helpers.
  await build({
    entryPoints: { browser: join(root, 'src/browser.ts') },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    legalComments: 'linked',
    format: 'esm',
    target: 'es2022',
    logLevel: 'warning',
  });
  return [...new Set(used.map(({ path }) => nameOf(path)))]
    .filter((name) => name in project.dependencies)
    .sort();
}

/** Writes the declarations of a public entry, and of nothing that it does not tell. */
async function bundleTypes(entry, file) {
  const bundled = await rollup({ input: join(root, 'dist', entry), plugins: [dts()] });
  await bundled.write({ file });
}

/** An ES module that gives what the CommonJS one does, by name. */
function esModule() {
  const names = Object.keys(require(join(root, 'dist', 'read.js'))).sort();
  return `import read from './index.js';\nexport const { ${names.join(', ')} } = read;\n`;
}

/**
 * Builds the package.
 *
 * @param folder where; what lies there is replaced
 */
async function buildPackage(folder) {
  rmSync(folder, { recursive: true, force: true });
  const dist = join(folder, 'dist');
  const dependencies = await bundle(dist);
  const engine = dirname(require.resolve('@tensorflow/tfjs-backend-wasm'));
  for (const kind of ['', '-simd', '-threaded-simd']) {
    const name = `tfjs-backend-wasm${kind}.wasm`;
    cpSync(join(engine, name), join(dist, 'tensorflow', name));
  }
  await bundleTypes('read.d.ts', join(dist, 'index.d.ts'));
  await bundleTypes('browser.d.ts', join(dist, 'browser.d.mts'));
  cpSync(join(root, 'models', 'reader'), join(folder, 'models', 'reader'), { recursive: true });
  for (const name of ['README.md', 'CHANGELOG.md', 'LICENSE', 'NOTICE']) {
    cpSync(join(root, name), join(folder, name));
  }
  const versionOf = (each) => [each, project.dependencies[each]];
  const { name, version, description, license, keywords, engines } = project;
  const manifest = {
    ...{ name, version, description, license, keywords, engines },
    type: 'commonjs',
    sideEffects: false,
    bin: { digits: 'dist/cli/main.js' },
    main: 'dist/index.js',
    types: 'dist/index.d.ts',
    exports: {
      '.': {
        types: './dist/index.d.ts',
        import: './dist/index.mjs',
        require: './dist/index.js',
      },
      './browser': { types: './dist/browser.d.mts', default: './dist/browser.mjs' },
      './models/*': './models/*',
      './dist/tensorflow/*': './dist/tensorflow/*',
      './package.json': './package.json',
    },
    files: ['dist', 'models', 'CHANGELOG.md', 'NOTICE'],
    dependencies: Object.fromEntries(
      dependencies.filter((each) => !optional.includes(each)).map(versionOf),
    ),
    peerDependencies: Object.fromEntries(optional.map(versionOf)),
    peerDependenciesMeta: Object.fromEntries(optional.map((each) => [each, { optional: true }])),
  };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  writeFileSync(join(dist, 'index.mjs'), esModule());
}

if (!existsSync(join(root, 'dist', 'read.d.ts')))
  throw new Error('dist: run `npm run setup` first');
const out = resolve(process.argv[2] ?? join(root, 'out'));
await buildPackage(join(out, 'package'));
const args = ['pack', '--json', '--pack-destination', out];
const said = execFileSync('npm', args, { cwd: join(out, 'package'), encoding: 'utf8' });
const [{ filename, size, unpackedSize, entryCount }] = JSON.parse(said);
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
console.log(
  `${join(out, filename)}: ${entryCount} files, ${megabytes(size)} packed, ${megabytes(unpackedSize)} unpacked`,
);
