/** Where things are in this project. */
import path from 'node:path';

/** The project's top folder. Scripts run compiled, from `out/scripts/shared/`. */
export const projectRoot = path.resolve(__dirname, '..', '..', '..');

/** Whatever is downloaded for tests: the place that `@vscode/test-electron` also uses, and that git ignores. */
export const downloadsFolder = path.join(projectRoot, '.vscode-test');

/** The packaged extension, as `npm run package` writes it. */
export const packagedExtension = path.join(projectRoot, 'connref.vsix');

/** The solutions that `npm start` shows, and that the tests and the screenshots open. */
export const sampleFolder = path.join(projectRoot, 'test-fixtures', 'contoso');

/** A folder that the user named, seen from where they called npm and not from where npm runs the script. */
export function namedByUser(folder: string): string {
  return path.resolve(process.env.INIT_CWD ?? process.cwd(), folder);
}
