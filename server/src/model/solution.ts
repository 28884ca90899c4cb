/** Reads `Solution.xml`: who the solution is, and which connection references other solutions must bring. */
import { child, children, type XmlElement } from '../syntax/xml';
import type { ListedFlow, MissingReference, SolutionFacts } from './facts';
import { attributeText, childText, readXml } from './xml';

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
    ...(uniqueName !== undefined && { uniqueName }),
    ...(displayName !== undefined && { displayName }),
    ...(version !== undefined && { version }),
    // 0 unmanaged, 1 managed, 2 both: the packer writes 2 for source that can be packed either way.
    isManaged: childText(manifest, 'Managed') === '1',
    ...(prefix !== undefined && { prefix }),
    missingReferences: readMissingReferences(manifest),
    listedFlows: readListedFlows(manifest),
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
  const components = manifest && child(manifest, 'RootComponents');
  const path = ['ImportExportXml', 'SolutionManifest', 'RootComponents', 'RootComponent'];
  return (components ? children(components, 'RootComponent') : []).flatMap((component, index) => {
    const guid = attributeText(component, 'id');
    if (guid === undefined || attributeText(component, 'type') !== flowComponentType) return [];
    return [{ guid, path: index === 0 ? path : [...path, index] }];
  });
}

function readMissingReferences(manifest: XmlElement | undefined): MissingReference[] {
  const dependencies = manifest && child(manifest, 'MissingDependencies');
  if (!dependencies) return [];
  return children(dependencies, 'MissingDependency').flatMap((dependency) => {
    const required = child(dependency, 'Required');
    const logicalName = attributeText(required, 'id.connectionreferencelogicalname');
    if (logicalName === undefined) return [];
    const displayName = attributeText(required, 'displayName');
    const baseSolution = baseSolutionOf(attributeText(required, 'solution'));
    return [
      {
        logicalName,
        ...(displayName !== undefined && { displayName }),
        ...(baseSolution !== undefined && { baseSolution }),
      },
    ];
  });
}

/** `SomeSolution (1.2)` → `SomeSolution`. `Active` is no solution: the component was in none when it was exported. */
export function baseSolutionOf(solution: string | undefined): string | undefined {
  const name = solution?.replace(/\s*\([^()]*\)\s*$/, '').trim();
  return name === undefined || name === '' || name.toLowerCase() === 'active' ? undefined : name;
}
