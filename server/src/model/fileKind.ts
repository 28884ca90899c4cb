/**
 * Which files can hold facts, told by their paths alone, so that all others are never opened. Folder and file names are
 * compared without case: packers and people differ in it.
 */
import type { FileId } from './place';

/** `settings` is a guess for any other JSON file: only its content tells (see `settings.ts` and `baseline.ts`). */
export type FileKind =
  | 'flow'
  | 'flowMetadata'
  | 'customizations'
  | 'solution'
  | 'settings'
  | 'canvasApp'
  | 'agentReferences'
  | 'agentWorkspace'
  | 'yamlSolution'
  | 'solutionPart'
  | 'yamlReference'
  | 'xmlReference'
  | 'yamlVariable'
  | 'environmentVariable'
  | 'environmentVariableValue'
  | 'connector'
  | 'configuration';

/** @returns undefined for a file that can't hold facts. */
export function kindOfFile(file: FileId): FileKind | undefined {
  const path = file.toLowerCase();
  const name = path.slice(path.lastIndexOf('/') + 1);
  const folder = path.slice(0, Math.max(0, path.length - name.length - 1));
  if (isConfigurationName(name)) return 'configuration';
  if (name === 'environmentvariablevalues.json') return 'environmentVariableValue';
  const kindInYamlLayout = kindOfYamlLayout(folder, name);
  if (kindInYamlLayout) return kindInYamlLayout;
  if (name.endsWith('.json')) return inFolder(folder, 'workflows') || liesOutsideSolutions(file) ? 'flow' : 'settings';
  if (isAgentConnections(name)) return 'agentWorkspace';
  if (!name.endsWith('.xml')) return undefined;
  if (name === 'customizations.xml') return 'customizations';
  if (name === 'solution.xml') return 'solution';
  if (name === 'environmentvariabledefinition.xml') return 'environmentVariable';
  if (name === 'botcomponent_connectionreferenceset.xml') return 'agentReferences';
  if (/\.(json|xaml)\.data\.xml$/.test(name) && inFolder(folder, 'workflows')) return 'flowMetadata';
  if (name.endsWith('.meta.xml') && inFolder(folder, 'canvasapps')) return 'canvasApp';
  if (inFolder(folder, 'connectors')) return 'connector';
  return undefined;
}

/** Files of the YAML source layout, which other layouts do not have. */
function kindOfYamlLayout(folder: string, name: string): FileKind | undefined {
  const around = folder.slice(0, Math.max(0, folder.lastIndexOf('/')));
  const [stem, extension] = name.split('.', 2);
  if (name.endsWith('.json')) {
    if (inFolder(folder, 'modernflows') || inFolder(around, 'modernflows')) return 'flow';
    return name === 'connectionreference.json' && inFolder(around, 'connectionreferences')
      ? 'yamlReference'
      : undefined;
  }
  if (name === 'connectionreference.xml') return inFolder(around, 'connectionreferences') ? 'xmlReference' : undefined;
  if (extension !== 'yml' && extension !== 'yaml') return undefined;
  switch (stem) {
    case 'solution':
      return inFolder(around, 'solutions') ? 'yamlSolution' : undefined;
    case 'solutioncomponents':
    case 'missingdependencies':
      return inFolder(around, 'solutions') ? 'solutionPart' : undefined;
    case 'connectionreference':
      return inFolder(around, 'connectionreferences') ? 'yamlReference' : undefined;
    case 'environmentvariabledefinition':
      return 'yamlVariable';
    default:
      return undefined;
  }
}

/** `connref.json`, and others that one may extend: `base.connref.json`. */
function isConfigurationName(name: string): boolean {
  return name === 'connref.json' || name.endsWith('.connref.json');
}

/**
 * Whether a file is a flow of a package, which is what the portal exports of a flow outside solutions:
 * `Microsoft.Flow/flows/<id>/definition.json`. Such a flow can hold no connection reference.
 */
export function isPackagedFlow(file: FileId): boolean {
  return /(^|\/)microsoft\.flow\/flows\/[^/]+\/definition\.json$/i.test(file);
}

/** Whether a file never belongs to the solution whose folder it lies in. */
export function liesOutsideSolutions(file: FileId): boolean {
  const path = file.toLowerCase();
  return isPackagedFlow(file) || agentFlow.test(path) || isAgentConnections(path.slice(path.lastIndexOf('/') + 1));
}

/** The workspace of an agent has a folder for each of its flows. */
const agentFlow = /(^|\/)workflows\/[^/]*[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\/workflow\.json$/;

/** The connections of an agent's workspace, as Copilot Studio writes them. */
function isAgentConnections(name: string): boolean {
  return name === 'connectionreferences.mcs.yml' || name === 'connectionreferences.mcs.yaml';
}

/** Folders that never hold solution source, and are large where they exist. */
export function isSkippedFolder(name: string): boolean {
  return name === 'node_modules' || name === '.git';
}

function inFolder(folder: string, name: string): boolean {
  return folder === name || folder.endsWith(`/${name}`);
}
