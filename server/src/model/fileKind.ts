/**
 * Which files can hold facts, told by their paths alone, so that all others are never opened. Folder and file names are
 * compared without case: packers and people differ in it.
 */
import { baseName, parentFolder } from './names';
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
  | 'agent'
  | 'yamlAgent'
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
  const slash = path.lastIndexOf('/');
  const name = path.slice(slash + 1);
  const folder = path.slice(0, Math.max(0, slash));
  if (name.endsWith('.json')) return kindOfJson(file, folder, name);
  if (name.endsWith('.xml')) return kindOfXml(folder, name);
  if (isAgentConnections(name)) return 'agentWorkspace';
  return isAgentSettings(name) ? 'yamlAgent' : kindOfYaml(folder, name);
}

function kindOfJson(file: FileId, folder: string, name: string): FileKind {
  if (isConfigurationName(name)) return 'configuration';
  if (name === 'environmentvariablevalues.json') return 'environmentVariableValue';
  if (name === 'connectionreference.json' && isAmongYamlReferences(folder)) return 'yamlReference';
  const isFlow =
    inFolder(folder, 'workflows') ||
    inFolder(folder, 'modernflows') ||
    inFolder(parentFolder(folder), 'modernflows') ||
    liesOutsideSolutions(file);
  return isFlow ? 'flow' : 'settings';
}

function kindOfXml(folder: string, name: string): FileKind | undefined {
  if (name === 'customizations.xml') return 'customizations';
  if (name === 'solution.xml') return 'solution';
  if (name === 'environmentvariabledefinition.xml') return 'environmentVariable';
  if (name === 'botcomponent_connectionreferenceset.xml') return 'agentReferences';
  if (name === 'bot.xml' && inFolder(parentFolder(folder), 'bots')) return 'agent';
  if (name === 'connectionreference.xml' && isAmongYamlReferences(folder)) return 'xmlReference';
  if (/\.(json|xaml)\.data\.xml$/.test(name) && inFolder(folder, 'workflows')) return 'flowMetadata';
  if (name.endsWith('.meta.xml') && inFolder(folder, 'canvasapps')) return 'canvasApp';
  return inFolder(folder, 'connectors') ? 'connector' : undefined;
}

/** Files of the YAML source layout, which other layouts do not have. */
function kindOfYaml(folder: string, name: string): FileKind | undefined {
  const [stem, extension] = name.split('.', 2);
  if (extension !== 'yml' && extension !== 'yaml') return undefined;
  switch (stem) {
    case 'solution':
      return inFolder(parentFolder(folder), 'solutions') ? 'yamlSolution' : undefined;
    case 'solutioncomponents':
    case 'missingdependencies':
      return inFolder(parentFolder(folder), 'solutions') ? 'solutionPart' : undefined;
    case 'connectionreference':
      return isAmongYamlReferences(folder) ? 'yamlReference' : undefined;
    case 'environmentvariabledefinition':
      return 'yamlVariable';
    case 'bot':
      return inFolder(parentFolder(folder), 'bots') ? 'yamlAgent' : undefined;
    default:
      return undefined;
  }
}

/** In the YAML source layout, each reference has a folder of its own. */
function isAmongYamlReferences(folder: string): boolean {
  return inFolder(parentFolder(folder), 'connectionreferences');
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
  // Asked of every file several times: the end is compared first.
  return isNamed(file, 'definition.json') && /(^|\/)microsoft\.flow\/flows\/[^/]+\/definition\.json$/i.test(file);
}

/** Whether a file never belongs to the solution whose folder it lies in. */
export function liesOutsideSolutions(file: FileId): boolean {
  const name = baseName(file).toLowerCase();
  if (isPackagedFlow(file) || isAgentConnections(name) || isAgentSettings(name)) return true;
  return isNamed(file, 'workflow.json') && agentFlow.test(file);
}

/** The workspace of an agent has a folder for each of its flows. */
const agentFlow = /(^|\/)workflows\/[^/]*[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\/workflow\.json$/i;

/** The connections of an agent's workspace, as Copilot Studio writes them. */
function isAgentConnections(name: string): boolean {
  return name === 'connectionreferences.mcs.yml' || name === 'connectionreferences.mcs.yaml';
}

/** What such a workspace says of the agent itself. */
function isAgentSettings(name: string): boolean {
  return name === 'settings.mcs.yml' || name === 'settings.mcs.yaml';
}

/** Folders that never hold solution source, and are large where they exist. */
export function isSkippedFolder(name: string): boolean {
  return name === 'node_modules' || name === '.git';
}

function isNamed(file: FileId, name: string): boolean {
  return file.length >= name.length && file.slice(-name.length).toLowerCase() === name;
}

function inFolder(folder: string, name: string): boolean {
  return folder === name || folder.endsWith(`/${name}`);
}
