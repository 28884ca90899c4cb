/** Reads `Solution.xml`: who the solution is, and which connection references other solutions must bring. */
import type { Path } from '../base/path';
import { child, children, type XmlElement } from '../syntax/xml';
import type { ListedFlow, ListedName, MissingReference, SolutionFacts } from './facts';
import { attributeText, childText, findInXml, readXml, type FoundProperty } from './xml';

const manifestPath: Path = ['ImportExportXml', 'SolutionManifest'];

/** Reads any text. */
export function extractSolution(source: string): SolutionFacts {
  const { root, problems } = readXml(source, 'ImportExportXml');
  const manifest = root && child(root, 'SolutionManifest');
  const uniqueName = childText(manifest, 'UniqueName');
  const displayName = readLocalizedName(manifest);
  const version = childText(manifest, 'Version');
  const prefix = childText(manifest && child(manifest, 'Publisher'), 'CustomizationPrefix');
  return {
    kind: 'solution',
    ...(uniqueName !== undefined && { uniqueName, uniqueNamePath: [...manifestPath, 'UniqueName'] }),
    ...(displayName !== undefined && { displayName }),
    ...(version !== undefined && { version }),
    // 0 unmanaged, 1 managed, 2 both: the packer writes 2 for source that can be packed either way.
    isManaged: childText(manifest, 'Managed') === '1',
    ...(prefix !== undefined && { prefix }),
    missingReferences: readMissingReferences(manifest),
    listedFlows: readListedFlows(manifest),
    listedNames: readListedNames(manifest),
    problems,
  };
}

function readLocalizedName(manifest: XmlElement | undefined): string | undefined {
  const names = manifest && child(manifest, 'LocalizedNames');
  const [first] = names ? children(names, 'LocalizedName') : [];
  return attributeText(first, 'description');
}

/** `type` of a flow, classic workflow or business rule among the root components. */
const flowComponentType = '29';

function readListedFlows(manifest: XmlElement | undefined): ListedFlow[] {
  return listComponents(manifest).flatMap(({ component, path }) => {
    const guid = attributeText(component, 'id');
    if (guid === undefined || attributeText(component, 'type') !== flowComponentType) return [];
    return [{ guid, path }];
  });
}

/** `type` of root components that have names. */
const namedComponents: Readonly<Record<string, ListedName['of']>> = { '372': 'connector', '380': 'variable' };

function readListedNames(manifest: XmlElement | undefined): ListedName[] {
  return listComponents(manifest).flatMap(({ component, path }) => {
    const of = namedComponents[attributeText(component, 'type') ?? ''];
    const name = attributeText(component, 'schemaName');
    return of === undefined || name === undefined ? [] : [{ of, name, path: [...path, '@schemaName'] }];
  });
}

function listComponents(manifest: XmlElement | undefined): { readonly component: XmlElement; readonly path: Path }[] {
  const components = manifest && child(manifest, 'RootComponents');
  const path = [...manifestPath, 'RootComponents', 'RootComponent'];
  return (components ? children(components, 'RootComponent') : []).map((component, index) => ({
    component,
    path: index === 0 ? path : [...path, index],
  }));
}

function readMissingReferences(manifest: XmlElement | undefined): MissingReference[] {
  const dependencies = manifest && child(manifest, 'MissingDependencies');
  if (!dependencies) return [];
  const listPath = [...manifestPath, 'MissingDependencies', 'MissingDependency'];
  return children(dependencies, 'MissingDependency').flatMap((dependency, index) => {
    const required = child(dependency, 'Required');
    const path = [...listPath, ...(index === 0 ? [] : [index]), 'Required'];
    const missing = required && missingReferenceOf((name) => findInXml(required, name), path);
    return missing ? [missing] : [];
  });
}

/**
 * @param find gives a property of the `<Required>` by its name.
 * @param path where that stands.
 * @returns undefined for what is no connection reference.
 */
export function missingReferenceOf(
  find: (name: string) => FoundProperty | undefined,
  path: Path,
): MissingReference | undefined {
  const logicalName = find('id.connectionreferencelogicalname');
  if (!logicalName) return undefined;
  const displayName = find('displayName')?.text;
  const solution = find('solution');
  const baseSolution = baseSolutionOf(solution?.text);
  return {
    logicalName: logicalName.text,
    logicalNamePath: [...path, logicalName.as],
    ...(displayName !== undefined && { displayName }),
    ...(baseSolution !== undefined && solution && { baseSolution, baseSolutionPath: [...path, solution.as] }),
  };
}

/** `SomeSolution (1.2)` → `SomeSolution`. `Active` is no solution: the component was in none when it was exported. */
function baseSolutionOf(solution: string | undefined): string | undefined {
  const name = solution?.replace(/\s*\([^()]*\)\s*$/, '').trim();
  return name === undefined || name === '' || name.toLowerCase() === 'active' ? undefined : name;
}
