/**
 * Biome's native program. It is no dependency of the project: its platform packages can't all be had from every
 * registry, and a lock file names them all.
 */
import path from 'node:path';
import type { Lifetime } from '../../scripts/shared/lifetime';
import { unpackPackage } from '../../scripts/shared/npm';
import { preparedFolder } from '../../scripts/shared/preparedFolder';

export const biomeVersion = '2.6.8';

/** The path of the program itself: its launcher would add the start of Node. */
export async function prepareBiome(lifetime: Lifetime): Promise<string> {
  const spec = `@biomejs/cli-${process.platform}-${process.arch}@${biomeVersion}`;
  const folder = await preparedFolder(`biome-${biomeVersion}`, `Biome (npm package ${spec})`, lifetime, (unfinished) =>
    unpackPackage(spec, unfinished, lifetime.signal),
  );
  return path.join(folder, process.platform === 'win32' ? 'biome.exe' : 'biome');
}
