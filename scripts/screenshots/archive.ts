/** A solution of the sample as an archive, which is opened as a folder of a workspace. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { zipFile } from '../../server/test/zipFile';

/** @returns the file of the workspace. */
export async function packTravel(folder: string): Promise<string> {
  const solution = path.join(folder, 'ContosoTravel');
  const names = await readdir(solution, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const zip = path.join(folder, 'ContosoTravel_1_0_3_0.zip');
  const contents = files.map(async (file) => ({
    name: path.relative(solution, file).split(path.sep).join('/'),
    content: await readFile(file),
  }));
  await writeFile(zip, zipFile(await Promise.all(contents)));
  const workspace = path.join(folder, 'exports.code-workspace');
  const uri = pathToFileURL(zip).href.replace(/^file:/, 'connref-zip:');
  await writeFile(workspace, JSON.stringify({ folders: [{ uri, name: path.basename(zip) }] }));
  return workspace;
}
