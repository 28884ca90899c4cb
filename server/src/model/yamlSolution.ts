/**
 * Reads the YAML source layout, in which Dataverse's Git integration and newer tools keep solutions. Its files are the
 * XML ones in YAML: attributes have an `@` before their name. No public solution shows all of them, so they are read
 * leniently: what is not as expected is left out, and nothing is reported of it.
 */
import type { Path } from '../base/path';
import type { CustomizationsFacts, EnvironmentVariableFacts, SolutionFacts, SolutionPartFacts } from './facts';
import { declarationOf, readDeclaration } from './customizations';
import { get, text } from './json';
import { missingReferenceOf } from './solution';
import { readXml, type FoundProperty } from './xml';
import { readYaml } from './yaml';

/** `solutions/<name>/solution.yml`. */
export function extractYamlSolution(source: string): SolutionFacts {
  const { value, problems } = readYaml(source);
  const manifest = inner(inner(value, 'ImportExportXml'), 'SolutionManifest');
  const path = innerPath(value, 'ImportExportXml', 'SolutionManifest');
  const uniqueName = text(get(manifest, 'UniqueName'));
  const displayName = attribute(listOf(get(manifest, 'LocalizedNames', 'LocalizedName'))[0], 'description');
  const version = text(get(manifest, 'Version'));
  return {
    kind: 'solution',
    isYaml: true,
    ...(uniqueName !== undefined && { uniqueName, uniqueNamePath: [...path, 'UniqueName'] }),
    ...(displayName !== undefined && { displayName }),
    ...(version !== undefined && { version }),
    isManaged: get(manifest, 'Managed') === '1',
    missingReferences: [],
    listedFlows: [],
    listedNames: [],
    problems,
  };
}

/** `solutioncomponents.yml` or `missingdependencies.yml` beside it. */
export function extractSolutionPart(source: string): SolutionPartFacts {
  const { value, problems } = readYaml(source);
  const components = listOf(get(inner(value, 'SolutionComponents'), 'Component'));
  const dependencies = get(value, 'MissingDependencies');
  const given = get(dependencies, 'MissingDependency');
  const listPath: Path = ['MissingDependencies', 'MissingDependency'];
  return {
    kind: 'solutionPart',
    components: components.flatMap((component) => attribute(component, 'path') ?? text(component) ?? []),
    ...(dependencies !== undefined && {
      missingReferences: listOf(given).flatMap((dependency, index) => {
        const required = get(dependency, 'Required');
        const path: Path = [...listPath, ...(Array.isArray(given) ? [index] : []), 'Required'];
        const missing = missingReferenceOf((name) => find(required, name), path);
        return missing ? [missing] : [];
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
    (name) => find(element, name),
    path,
    isCustomConnector ? { guid: text(get(element, 'customconnectorid', 'connectorid')) } : undefined,
  );
  return declared(declaration ? [declaration] : [], problems);
}

/** The same as XML. */
export function extractXmlReference(source: string): CustomizationsFacts {
  const { root, problems } = readXml(source, referenceElement);
  return declared(root ? readDeclaration(root, [referenceElement]) : [], problems);
}

const variableElement = 'environmentvariabledefinition';

/** `environmentvariabledefinitions/<schema>/environmentvariabledefinition.yml`. */
export function extractYamlVariable(source: string): EnvironmentVariableFacts {
  const { value, problems } = readYaml(source);
  const schemaName = find(inner(value, variableElement), 'schemaname');
  return {
    kind: 'environmentVariable',
    schemaName: schemaName?.text ?? '',
    ...(schemaName && { schemaNamePath: [...innerPath(value, variableElement), schemaName.as] }),
    // Where this layout keeps values is not known, so no variable of it is said to lack one.
    hasDefault: true,
    uses: [],
    problems,
  };
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

/** The way that `inner` has taken for one name after the other. */
function innerPath(value: unknown, ...names: readonly string[]): Path {
  const [name, ...others] = names;
  if (name === undefined) return [];
  const found = get(value, name);
  return found === undefined ? innerPath(value, ...others) : [name, ...innerPath(found, ...others)];
}

function attribute(value: unknown, name: string): string | undefined {
  return find(value, name)?.text;
}

function find(value: unknown, name: string): FoundProperty | undefined {
  for (const as of [`@${name}`, name]) {
    const found = text(get(value, as));
    if (found !== undefined) return { text: found, as };
  }
  return undefined;
}

/** A single element is no list, as in every conversion from XML. */
function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}
