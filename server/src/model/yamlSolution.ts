/**
 * Reads the YAML source layout, in which Dataverse's Git integration and newer tools keep solutions. Its files are the
 * XML ones in YAML: attributes have an `@` before their name. No public solution shows all of them, so they are read
 * leniently: what is not as expected is left out, and nothing is reported of it.
 */
import type { Path } from '../base/path';
import type { CustomizationsFacts, EnvironmentVariableFacts, SolutionFacts, SolutionPartFacts } from './facts';
import { declarationOf } from './customizations';
import { get, text } from './json';
import { baseSolutionOf } from './solution';
import { readXml, attributeText, childText } from './xml';
import { readYaml } from './yaml';

/** `solutions/<name>/solution.yml`. */
export function extractYamlSolution(source: string): SolutionFacts {
  const { value, problems } = readYaml(source);
  const manifest = inner(inner(value, 'ImportExportXml'), 'SolutionManifest');
  const uniqueName = text(get(manifest, 'UniqueName'));
  const displayName = attribute(listOf(get(manifest, 'LocalizedNames', 'LocalizedName'))[0], 'description');
  const version = text(get(manifest, 'Version'));
  return {
    kind: 'solution',
    isYaml: true,
    ...(uniqueName !== undefined && { uniqueName }),
    ...(displayName !== undefined && { displayName }),
    ...(version !== undefined && { version }),
    isManaged: get(manifest, 'Managed') === '1',
    missingReferences: [],
    listedFlows: [],
    problems,
  };
}

/** `solutioncomponents.yml` or `missingdependencies.yml` beside it. */
export function extractSolutionPart(source: string): SolutionPartFacts {
  const { value, problems } = readYaml(source);
  const components = listOf(get(inner(value, 'SolutionComponents'), 'Component'));
  const dependencies = get(value, 'MissingDependencies');
  return {
    kind: 'solutionPart',
    components: components.flatMap((component) => attribute(component, 'path') ?? text(component) ?? []),
    ...(dependencies !== undefined && {
      missingReferences: listOf(get(dependencies, 'MissingDependency')).flatMap((dependency) => {
        const required = get(dependency, 'Required');
        const logicalName = attribute(required, 'id.connectionreferencelogicalname');
        if (logicalName === undefined) return [];
        const displayName = attribute(required, 'displayName');
        const baseSolution = baseSolutionOf(attribute(required, 'solution'));
        return [
          {
            logicalName,
            ...(displayName !== undefined && { displayName }),
            ...(baseSolution !== undefined && { baseSolution }),
          },
        ];
      }),
    }),
    problems,
  };
}

const referenceElement = 'connectionreference';

/** `connectionreferences/<name>/connectionreference.yml`; JSON is YAML too. */
export function extractYamlReference(source: string): CustomizationsFacts {
  const { value, problems } = readYaml(source);
  const wrapped = get(value, referenceElement);
  const element = wrapped ?? value;
  const path: Path = wrapped === undefined ? [] : [referenceElement];
  const isCustomConnector = get(element, 'customconnectorid') !== undefined;
  const declaration = declarationOf(
    (name) => attribute(element, name),
    path,
    isCustomConnector ? { guid: text(get(element, 'customconnectorid', 'connectorid')) } : undefined,
  );
  return declared(declaration ? [declaration] : [], problems);
}

/** The same as XML. */
export function extractXmlReference(source: string): CustomizationsFacts {
  const { root, problems } = readXml(source, referenceElement);
  const read = (name: string): string | undefined => attributeText(root, name) ?? childText(root, name);
  const declaration = root && declarationOf(read, [referenceElement]);
  return declared(declaration ? [declaration] : [], problems);
}

/** `environmentvariabledefinitions/<schema>/environmentvariabledefinition.yml`. */
export function extractYamlVariable(source: string): EnvironmentVariableFacts {
  const { value, problems } = readYaml(source);
  const schemaName = attribute(inner(value, 'environmentvariabledefinition'), 'schemaname') ?? '';
  // Where this layout keeps values is not known, so no variable of it is said to lack one.
  return { kind: 'environmentVariable', schemaName, hasDefault: true, uses: [], problems };
}

function declared(
  declarations: CustomizationsFacts['declarations'],
  problems: CustomizationsFacts['problems'],
): CustomizationsFacts {
  return { kind: 'customizations', declarations, flows: [], connectors: [], apps: [], disablingComments: [], problems };
}

/** What an outer name holds; the value itself where the name was left out. */
function inner(value: unknown, name: string): unknown {
  return get(value, name) ?? value;
}

function attribute(value: unknown, name: string): string | undefined {
  return text(get(value, `@${name}`)) ?? text(get(value, name));
}

/** A single element is no list, as in every conversion from XML. */
function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}
