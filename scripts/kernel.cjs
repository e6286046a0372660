// The TypeScript kernel as Jupyter starts it: tslab, after compiling the sources where they have changed. It ends when
// that Jupyter has gone. Otherwise a Jupyter that is killed leaves its kernels behind, with all their memory.
const { readdirSync, readFileSync } = require('node:fs');

const parent = process.ppid;

function hasGone() {
  if (process.platform !== 'win32') return process.ppid !== parent;
  try {
    return !process.kill(parent, 0);
  } catch {
    return true;
  }
}

setInterval(() => hasGone() && process.exit(1), 1000).unref();

/** Which cell was not run, where a notebook in this folder has one that knows a name. */
function hintFor(name) {
  const { missingCell } = require('../build/tools/notebook/missingCell.js');
  for (const file of readdirSync('.').filter((file) => file.endsWith('.ipynb'))) {
    const hint = missingCell(name, JSON.parse(readFileSync(file, 'utf8')));
    if (hint) return hint;
  }
  return undefined;
}

// tslab prints what the compiler says and no more, and for an interruption where in its own code that was noticed.
const { error } = console;
console.error = (...args) => {
  if (args[0]?.message === 'Interrupted asynchronously') return error('Interrupted.');
  error(...args);
  const [, name] = /^Cannot find name '(\w+)'/.exec(args[4] ?? '') ?? [];
  try {
    const hint = name && hintFor(name);
    if (hint) error(hint);
  } catch {
    // What is no notebook has no hint.
  }
};

async function start() {
  const { makeReady } = await import('./bootstrap.mjs');
  // What was compiled in spite of errors can be tried; where Jupyter runs they are told.
  await makeReady().catch(({ message }) => error(message));
  require('tslab/dist/main.js').main();
}

start();
