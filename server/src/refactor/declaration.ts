/** Declarations of connection references as the packer writes them: added, renamed and removed. */
import { compare } from '../base/compare';
import type { TextEdit } from '../base/textEdit';
import { baseName, fold } from '../model/names';
import type { FileId } from '../model/place';
import { readsAsJson } from '../project/documents';
import type { DeclaredReference, Snapshot, Solution } from '../project/snapshot';
import { attribute, child, children, elementAt, type XmlDocument, type XmlElement } from '../syntax/xml';
import { insertElement, removeElement, setAttribute, setChildText, type XmlContent } from '../syntax/xmlEdit';
import type { Draft } from './draft';
import { addYamlDeclaration, isYamlSolution, removeYamlDeclaration, setYamlDisplayName } from './yamlDeclaration';

export interface NewDeclaration {
  readonly logicalName: string;
  readonly displayName: string | undefined;
  /** `/providers/Microsoft.PowerApps/apis/shared_x`. */
  readonly connectorId: string | undefined;
  readonly customConnectorGuid: string | undefined;
  readonly description: string | undefined;
}

/** Why a solution can't declare anything here; undefined when it can. */
export function reasonNotToDeclare(draft: Draft, snapshot: Snapshot, solution: Solution): string | undefined {
  const { name } = solution;
  const source = snapshot.copies.get(solution);
  if (source)
    return draft.l10n.t(
      "This is an export of the solution '{0}', whose source is in '{1}': change that one.",
      name,
      source.root,
    );
  if (solution.isManaged) return draft.l10n.t("The solution '{0}' is managed: change it where it was made.", name);
  if (isYamlSolution(snapshot, solution)) return undefined;
  const file = customizationsOf(snapshot, solution);
  if (file === undefined)
    return draft.l10n.t("The solution '{0}' has no Customizations.xml here, which would hold the declaration.", name);
  if (snapshot.files.get(file)?.problems.length !== 0 || draft.xml(file)?.root?.name !== 'ImportExportXml') {
    return draft.l10n.t("'{0}' of '{1}' is not in order: mend it first.", baseName(file), name);
  }
  return undefined;
}

/** Adds a declaration to a solution that can have it: see `reasonNotToDeclare`. */
export function addDeclaration(draft: Draft, snapshot: Snapshot, solution: Solution, content: XmlContent): void {
  const logicalName = content.attributes?.[nameAttribute] ?? '';
  if (isYamlSolution(snapshot, solution)) return addYamlDeclaration(draft, snapshot, solution, logicalName, content);
  const file = customizationsOf(snapshot, solution);
  const document = file === undefined ? undefined : draft.xml(file);
  if (file === undefined || !document?.root) return;
  const list = child(document.root, listName);
  const edits = list
    ? insertElement(document, list, content, placeInList(list, logicalName))
    : insertElement(document, document.root, { name: listName, children: [content] }, placeOfList(document.root));
  draft.edit(file, edits, draft.l10n.t("Declare '{0}'", logicalName));
}

/** What the packer writes for a reference. */
export function declarationContent(draft: Draft, solution: Solution, declaration: NewDeclaration): XmlContent {
  const { logicalName, displayName, connectorId, customConnectorGuid, description } = declaration;
  const leaf = (name: string, text: string | undefined): XmlContent[] => (text === undefined ? [] : [{ name, text }]);
  const guid = leaf('connectorid', customConnectorGuid);
  return {
    name: elementName,
    attributes: { [nameAttribute]: logicalName },
    children: [
      ...leaf(displayNameElement, displayName),
      ...leaf('connectorid', connectorId),
      ...(guid.length === 0 ? [] : [{ name: 'customconnectorid', children: guid }]),
      ...leaf('description', description),
      ...leaf('iscustomizable', '1'),
      ...leaf('promptingbehavior', tellsPrompting(draft, solution) ? '0' : undefined),
      ...leaf('statecode', '0'),
      ...leaf('statuscode', '1'),
    ],
  };
}

/** The element of a declaration; undefined in the YAML layout. */
export function elementOf(draft: Draft, { at, declaration }: DeclaredReference): XmlElement | undefined {
  const document = readsAsJson(at.file) ? undefined : draft.xml(at.file);
  return document && elementAt(document, declaration.path);
}

/** @returns whether the declaration could be changed. */
export function setDisplayName(draft: Draft, declared: DeclaredReference, displayName: string): boolean {
  const { file } = declared.at;
  if (!draft.mayEdit(file)) return false;
  const label = draft.l10n.t("Rename '{0}' to '{1}'", declared.title, displayName);
  if (readsAsJson(file)) return setYamlDisplayName(draft, declared, displayName, label);
  const document = draft.xml(file);
  const element = elementOf(draft, declared);
  if (!document || !element) return false;
  const edits = declared.declaration.displayNamePath?.at(-1)?.toString().startsWith('@')
    ? setAttribute(document, element, displayNameElement, displayName)
    : setChildText(document, element, displayNameElement, displayName);
  draft.edit(file, edits, label);
  return true;
}

/** Removes declarations; the list goes with the last one, as packers write none that is empty. */
export function removeDeclarations(draft: Draft, references: readonly DeclaredReference[]): void {
  const { snapshot } = draft;
  for (const file of new Set(references.map(({ at }) => at.file))) {
    const here = references.filter(({ at }) => at.file === file);
    if (readsAsJson(file) || baseName(file).toLowerCase() !== 'customizations.xml') {
      for (const declared of here) removeYamlDeclaration(draft, snapshot, declared);
      continue;
    }
    const document = draft.xml(file);
    if (!document || !draft.mayEdit(file)) continue;
    const elements = here.flatMap((declared) => elementOf(draft, declared) ?? []);
    const names = here.map(({ logicalName }) => `'${logicalName}'`).join(', ');
    draft.edit(file, removalOf(document, elements), draft.l10n.t('Remove {0}', names));
  }
}

const listName = 'connectionreferences';
const elementName = 'connectionreference';
const nameAttribute = 'connectionreferencelogicalname';
const displayNameElement = 'connectionreferencedisplayname';

function customizationsOf(snapshot: Snapshot, solution: Solution): FileId | undefined {
  // Mostly another declaration tells it, which saves a walk over all files.
  const [declared] = solution.declarations;
  if (declared) return declared.at.file;
  return [...snapshot.files].find(
    ([file, { kind }]) => kind === 'customizations' && snapshot.solutionOf(file) === solution,
  )?.[0];
}

/** Older exports do not have it; within one file, all references have it or none. */
function tellsPrompting(draft: Draft, { declarations }: Solution): boolean {
  return declarations.some((declared) => {
    const element = elementOf(draft, declared);
    return element !== undefined && child(element, 'promptingbehavior') !== undefined;
  });
}

/** The alphabetical place; undefined for the end, where the others have another order. */
function placeInList(list: XmlElement, logicalName: string): number | undefined {
  const names = list.children.map((element) => fold(attribute(element, nameAttribute)?.value ?? ''));
  if (names.some((name, i) => i > 0 && compare(names[i - 1] ?? '', name) > 0)) return undefined;
  const index = names.findIndex((name) => compare(name, fold(logicalName)) > 0);
  return index < 0 ? undefined : index;
}

/** Packers write the list behind these, of which each may be missing, and before the languages. */
const namesBefore: ReadonlySet<string> = new Set(['EntityDataProviders', 'CanvasApps', 'Connectors', 'AIModels']);

function placeOfList(root: XmlElement): number | undefined {
  const last = root.children.findLastIndex(({ name }) => namesBefore.has(name));
  if (last >= 0) return last + 1;
  const languages = root.children.findIndex(({ name }) => name === 'Languages');
  return languages < 0 ? undefined : languages;
}

function removalOf(document: XmlDocument, elements: readonly XmlElement[]): TextEdit[] {
  const [list] = elements.map(({ parent }) => parent);
  if (list && children(list, elementName).length === new Set(elements).size && list.parent) {
    return [removeElement(document, list)];
  }
  return [...new Set(elements)].map((element) => {
    const { span, newText } = removeElement(document, element);
    return { span: { ...span, start: startOfComments(document.text, span.start) }, newText };
  });
}

/** A comment that suppresses findings of the next line would be about another reference. */
function startOfComments(text: string, lineStart: number): number {
  const comments = /(?:^[ \t]*<!--\s*connref-disable-next-line\s(?:(?!-->)[^])*-->[ \t]*(?:\r\n|\r|\n))+(?![^])/m;
  const before = text.slice(Math.max(0, text.lastIndexOf('</', lineStart - 1)), lineStart);
  return lineStart - (comments.exec(before)?.[0].length ?? 0);
}
