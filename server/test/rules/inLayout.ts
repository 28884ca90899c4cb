/** Takes a workspace in one string from the unpacked layout to another one. Marks stay on what they mark. */
import { children, child, parseXml, type XmlElement } from '../../src/syntax/xml';
import { plainSolution } from '../fixture';

export type Layout = 'zip' | 'yaml' | 'yaml with references in XML' | 'agent';

/** @param example files without a `Solution.xml` get a plain one. */
export function inLayout(layout: Layout, example: string): string {
  const files = splitFiles(example);
  const hasSolution = [...files.keys()].some((file) => /\/Solution\.xml$/i.test(file));
  if (!hasSolution) files.set('/Other/Solution.xml', plainSolution);
  return [...converters[layout](files)].map(([file, text]) => `//- ${file}\n${text.trim()}\n`).join('');
}

type Files = Map<string, string>;

const converters: Readonly<Record<Layout, (files: Files) => Files>> = {
  zip: toZip,
  yaml: (files) => toYaml(files, 'yml'),
  'yaml with references in XML': (files) => toYaml(files, 'xml'),
  agent: toAgent,
};

function splitFiles(example: string): Files {
  const sections = example.split(/^\/\/- /m).slice(1);
  return new Map(
    sections.map((section) => {
      const end = section.indexOf('\n');
      return [section.slice(0, end).trim(), section.slice(end + 1)];
    }),
  );
}

/** An extracted zip has apps and custom connectors in its customizations. */
function toZip(files: Files): Files {
  const zipped: Files = new Map();
  const moved = { CanvasApps: '', Connectors: '' };
  for (const [file, text] of files) {
    const folder = /\/(CanvasApps|Connectors)\//.exec(file)?.[1] as keyof typeof moved | undefined;
    if (folder) moved[folder] += text;
    else zipped.set(file.replace('/Other/Solution.xml', '/solution.xml').replace('/Other/Cust', '/cust'), text);
  }
  const inner = Object.entries(moved).map(([name, text]) => (text === '' ? '' : `<${name}>${text}</${name}>`));
  const customizations = zipped.get('/customizations.xml');
  if (inner.join('') === '') return zipped;
  const text = (customizations ?? '<ImportExportXml />').replace(' />', '></ImportExportXml>');
  return zipped.set('/customizations.xml', text.replace('</ImportExportXml>', `${inner.join('')}</ImportExportXml>`));
}

/** The YAML source layout has a file for each reference, and XML attributes are keys with an `@`. */
function toYaml(files: Files, references: 'yml' | 'xml'): Files {
  const converted: Files = new Map();
  for (const [file, text] of files) {
    const root = file.endsWith('.xml') ? parseXml(text).root : undefined;
    const top = file.replace(/\/Other\/[^/]*$/, '');
    if (root && file.endsWith('/Other/Solution.xml')) addSolution(converted, top, root);
    else if (root && file.endsWith('/Other/Customizations.xml')) addReferences(converted, top, text, references);
    else if (root && file.endsWith('definition.xml')) converted.set(file.replace('.xml', '.yml'), yamlOf(root));
    else converted.set(file.replace('/Workflows/', '/modernflows/'), text.replace('"Workflows/', '"modernflows/'));
  }
  return converted;
}

function addSolution(files: Files, top: string, root: XmlElement): void {
  const manifest = child(root, 'SolutionManifest') ?? root;
  const folder = `${top}/solutions/${child(manifest, 'UniqueName')?.text ?? 'Fixture'}`;
  const missing = child(manifest, 'MissingDependencies');
  files.set(`${folder}/solution.yml`, yamlOf(root));
  files.set(`${folder}/missingdependencies.yml`, missing ? yamlOf(missing) : 'MissingDependencies: {}');
}

function addReferences(files: Files, top: string, text: string, format: 'yml' | 'xml'): void {
  const { root } = parseXml(text);
  const references = root && child(root, 'connectionreferences');
  for (const [i, element] of (references ? children(references, 'connectionreference') : []).entries()) {
    const folder = `${top}/connectionreferences/${i}`;
    const own = format === 'yml' ? yamlOf(element) : text.slice(element.start, element.end);
    files.set(`${folder}/connectionreference.${format}`, own);
  }
}

function yamlOf(element: XmlElement): string {
  return `${element.name}:${valueOf(element, '  ')}`;
}

function valueOf({ attributes, children: inner, text }: XmlElement, indent: string): string {
  if (attributes.length + inner.length === 0) return ` '${text.trim().replaceAll("'", "''")}'`;
  const own = attributes.map(({ name, value }) => `\n${indent}'@${name}': '${value.replaceAll("'", "''")}'`);
  const names = [...new Set(inner.map(({ name }) => name))];
  const others = names.map((name) => {
    const alike = inner.filter((one) => one.name === name);
    const [only] = alike;
    if (only && alike.length === 1) return `\n${indent}${name}:${valueOf(only, `${indent}  `)}`;
    return `\n${indent}${name}:${alike.map((one) => `\n${indent}-${valueOf(one, `${indent}  `)}`).join('')}`;
  });
  return [...own, ...others].join('');
}

/** An agent's workspace has flows that are in no solution; the solution lies beside it. */
function toAgent(files: Files): Files {
  const names = [...files.keys()].filter((file) => file.includes('/Workflows/'));
  const guid = (file: string): string => `3f2a9c41-0000-4000-8000-00000000000${names.indexOf(file)}`;
  return new Map(
    [...files].map(([file, text]) => {
      const name = /\/Workflows\/(\w+)[^/]*\.json$/.exec(file)?.[1];
      if (name === undefined) return [file, text.replace('"Workflows/*.json"', '"**/workflow.json"')];
      return [`/Agents/HR/workflows/${name}-${guid(file)}/workflow.json`, text];
    }),
  );
}
