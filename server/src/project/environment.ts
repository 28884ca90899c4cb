/**
 * Names the environment that a settings file is for, from its folder or file name. Names of files vary without end
 * (`config/Prod/deploymentSettings.json`, `Contoso_test.json`, `prod.deploymentsettings.json`), so words that people
 * give environments win, and what is left without the solution's name and the words for "settings" comes next.
 */
import { baseName, fold, parentFolder } from '../model/names';
import type { FileId } from '../model/place';

const environmentWord =
  /^(dev|develop|development|test|testing|tst|qa|sit|uat|acc|acceptance|validation|validate|int|integration|stage|staging|preprod|pre|ppd|prod|prd|production|live|sandbox|sbx|hotfix|training|demo|build)\d{0,2}$/i;

const settingsWord =
  /^(deployment|deploy|settings?|config|configuration|configurations|connections?|connref|connrefs|references?|mapping|mappings|environments?|env|envs|variables?|custom|solution|solutions|file|files|json|src|source|parameters?|params|import|pipelines?|release|data|settingsfile|deploymentsettings|connectionreferences|connectionsmapping|deploymentconfiguration)$/i;

/** A solution's name in the forms that it is looked for in. */
export interface SolutionName {
  readonly name: string;
  readonly folded: string;
  readonly squeezed: string;
}

/** Made once for many files. */
export function solutionName(name: string): SolutionName {
  return { name, folded: fold(name), squeezed: squeeze(name) };
}

/**
 * @param solutionNames of the solutions that the file belongs to; their names are no environments.
 * @param top the folder that holds the file and those solutions: what stands above says where somebody keeps the
 * repository, and nothing of environments.
 * @returns a name as it is written in the path, never empty.
 */
export function environmentOf(file: FileId, solutionNames: readonly SolutionName[], top: FileId = ''): string {
  const segments = (file.startsWith(`${top}/`) ? file.slice(top.length) : file).split('/');
  const fileName = (segments.pop() ?? file).replace(/\.json$/i, '');
  const folders = segments
    .filter((segment) => segment !== '')
    .reverse()
    .slice(0, 3);
  const ownNames = solutionNames.filter(({ name }) => name !== '');

  const named = [fileName, ...folders].flatMap((name) =>
    wordsOf(withoutNames(name, ownNames))
      .filter((word) => environmentWord.test(word))
      .slice(-1),
  );
  if (named[0] !== undefined) return named[0];

  const ownName = new Set(ownNames.map(({ squeezed }) => squeezed));
  for (const name of [fileName, baseName(parentFolder(file))]) {
    const rest = name
      .split(/[._\s-]+/)
      .filter(
        (part) => part !== '' && !ownName.has(squeeze(part)) && !wordsOf(part).every((word) => settingsWord.test(word)),
      );
    const joined = rest.join('-');
    if (joined !== '' && !ownName.has(squeeze(joined))) return joined;
  }
  return fileName === '' ? file : fileName;
}

/** A solution may be named `Training`, and yet its file may be for production. */
function withoutNames(text: string, names: readonly SolutionName[]): string {
  const folded = fold(text);
  // A look first costs a hundredth of making a pattern, and a workspace may have many solutions.
  const contained = names.filter((name) => folded.includes(name.folded));
  return contained.reduce((rest, { name }) => {
    const pattern = name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
    return rest.replace(new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'giu'), ' ');
  }, text);
}

/** `deploymentSettings-Prod` → deployment, Settings, Prod. */
function wordsOf(name: string): string[] {
  return name.split(/[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})/u).filter((word) => word !== '');
}

function squeeze(name: string): string {
  return name.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}
