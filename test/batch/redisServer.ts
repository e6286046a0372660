import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createServer, connect, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Whether Redis is installed: Debian's package redis-server. */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

/** A Redis server on loopback that keeps what it is told in a file. */
export interface RedisServer {
  readonly port: number;
  readonly start: () => Promise<void>;
  /** Kills it: what is not in its file is lost. */
  readonly kill: () => Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function canConnect(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const end = (answer: boolean) => (): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', end(true)).once('error', end(false));
  });
}

/** @param folder for its append-only file */
export async function createRedisServer(folder: string): Promise<RedisServer> {
  const port = await freePort();
  let child: ChildProcess | undefined;
  const settings = { port, bind: '127.0.0.1', dir: folder, save: '', appendonly: 'yes' };
  return {
    port,
    async start() {
      const args = Object.entries({ ...settings, appendfsync: 'always' });
      child = spawn(
        'redis-server',
        args.flatMap(([name, value]) => [`--${name}`, String(value)]),
        { stdio: 'ignore' },
      );
      while (!(await canConnect(port))) await sleep(50);
    },
    async kill() {
      const ended = new Promise((resolve) => child?.once('exit', resolve));
      child?.kill('SIGKILL');
      await ended;
    },
  };
}

/** What stands between a server and those who connect to it, to cut them off. */
export interface Cable {
  readonly port: number;
  readonly cut: () => void;
  readonly mend: () => void;
  readonly remove: () => void;
}

/** @param to the server's port, on loopback */
export async function layCable(to: number): Promise<Cable> {
  const sockets = new Set<Socket>();
  let isCut = false;
  const server: Server = createServer((near) => {
    if (isCut) {
      near.destroy();
      return;
    }
    const far = connect(to, '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.once('close', () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
      socket.on('error', () => undefined);
    }
    near.pipe(far).pipe(near);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const cut = (): void => {
    isCut = true;
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as { port: number }).port,
    cut,
    mend: () => {
      isCut = false;
    },
    remove: () => {
      cut();
      server.close();
    },
  };
}
