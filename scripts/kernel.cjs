// The TypeScript kernel as Jupyter starts it: tslab, which ends when that Jupyter has gone. Otherwise a
// Jupyter that is killed leaves its kernels behind, with all their memory.
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

require('tslab/dist/main.js').main();
