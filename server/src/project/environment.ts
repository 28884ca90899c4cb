/**
 * Names the environment that a settings file is for, from its folder or file name. Names of files vary without end
 * (`config/Prod/deploymentSettings.json`, `Contoso_test.json`, `prod.deploymentsettings.json`), so words that people
 * give environments win, and what is left without the solution's name and the words for "settings" comes next.
 */
import type { FileId } from '../model/place';

const environmentWord =
  /^(dev|develop|development|test|testing|tst|qa|sit|uat|acc|acceptance|validation|validate|int|integration|stage|staging|preprod|pre|ppd|prod|prd|production|live|sandbox|sbx|hotfix|training|demo|build)\d{0,2}$/i;

const settingsWord =
  /^(deployment|deploy|settings?|config|configuration|configurations|connections?|connref|connrefs|references?|mapping|mappings|environments?|env|envs|variables?|custom|solution|solutions|file|files|json|src|source|parameters?|params|import|pipelines?|release|data|settingsfile|deploymentsettings|connectionreferences|connectionsmapping|deploymentconfiguration)$/i;

/**
 * @param solutionNames of the solutions that the file belongs to; their names are no environments.
 * @returns a name as it is written in the path, never empty.
 */
export function environmentOf(file: FileId, solutionNames: readonly string[]): string {
  const segments = file.split('/').filter((segment) => segment !== '');
  const fileName = (segments.pop() ?? file).replace(/\.json$/i, '');
  const folders = segments.reverse().slice(0, 3);
  const ownName = new Set(solutionNames.map((name) => squeeze(name)));

  const named = [fileName, ...folders].flatMap((name) =>
    wordsOf(name)
      .filter((word) => environmentWord.test(word))
      .slice(-1),
  );
  if (named[0] !== undefined) return named[0];

  for (const name of [fileName, folders[0] ?? '']) {
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

/** `deploymentSettings-Prod` → deployment, Settings, Prod. */
function wordsOf(name: string): string[] {
  return name.split(/[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})/u).filter((word) => word !== '');
}

function squeeze(name: string): string {
  return name.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}
