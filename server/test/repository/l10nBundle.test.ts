/** Texts that people read in the editor can be translated, and `l10n/bundle.l10n.json` has them all. */
import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as ts from 'typescript';
import { bundleFile, findTexts, renderBundle } from '../../../scripts/l10nBundle';

/** Rooms and files of the server whose texts all go through `l10n`. */
const converted = [
  'server/src/features',
  'server/src/lsp',
  'server/src/refactor',
  'server/src/rules',
  'server/src/model/configuration.ts',
  'server/src/model/json.ts',
  'server/src/model/settings.ts',
  'server/src/syntax/json.ts',
  'server/src/syntax/yaml.ts',
];

/** What looks like a text in them and is none, or is read in English. */
const exceptions: Readonly<Record<string, readonly string[]>> = {
  // Of the drawing and of Mermaid's language.
  'server/src/features/graphDrawing.ts': ['wire many'],
  'server/src/features/graphMermaid.ts': [
    'flowchart LR',
    '  classDef error stroke:#c42b1c,stroke-width:3px',
    '  classDef warning stroke:#b07800,stroke-width:3px',
    '  classDef info stroke:#2b6cb0,stroke-width:2px',
  ],
  // Stands for a name, in the middle of Markdown.
  'server/src/features/markdownText.ts': ['(no name)'],
  // Names that files have.
  'server/src/features/settingsProposals.ts': ['Value'],
  'server/src/refactor/declaration.ts': ['Connectors'],
  'server/src/refactor/yamlComponents.ts': ['Component'],
  // Written into a file, where others of the team read it.
  'server/src/refactor/proposeNames.ts': ['Connection'],
  // Of the protocol: nobody is shown it.
  'server/src/lsp/answer.ts': ['The request was cancelled.'],
  // Why an archive can't be read is told in English, here and in `host/`.
  'server/src/lsp/archives.ts': ['is damaged', 'holds no solution'],
};

describe('texts that can be translated', () => {
  const texts = findTexts();

  it('are literals, and have a place for each value', () => {
    const wrong = texts.filter(({ text, values }) => {
      const places = new Set([...(text ?? '').matchAll(/\{(\d+)\}/g)].map(([, index]) => Number(index)));
      return text === undefined || places.size !== values || [...places].some((index) => index >= values);
    });
    assert.deepEqual(wrong, []);
    assert.ok(texts.length > 200, 'the test found the texts');
  });

  it('stand in the bundle (npm run docs)', () => {
    assert.equal(fs.readFileSync(bundleFile, 'utf8'), renderBundle());
  });

  for (const room of converted) {
    it(`are all that ${room} says`, () => {
      const stray = filesIn(room).flatMap((file) =>
        strayWords(file)
          .filter((text) => !(exceptions[file] ?? []).includes(text))
          .map((text) => `${file}: ${text}`),
      );
      assert.deepEqual(stray, []);
    });
  }

  // VS Code in another language logs an error at each start for a folder that has no bundle of that language.
  it('are told of to VS Code as soon as there is a translation', () => {
    const { l10n } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as { readonly l10n?: string };
    const translations = fs.readdirSync('l10n').filter((name) => /^bundle\.l10n\.[\w-]+\.json$/.test(name));
    assert.equal(l10n, translations.length > 0 ? './l10n' : undefined);
  });
});

function filesIn(path: string): string[] {
  return path.endsWith('.ts') ? [path] : fs.readdirSync(path).map((name) => `${path}/${name}`);
}

/** Literals of several words, or that begin like a sentence, that people read and that do not go through `l10n.t`. */
function strayWords(file: string): string[] {
  const source = ts.createSourceFile(file, fs.readFileSync(file, 'utf8'), ts.ScriptTarget.ES2023, true);
  const stray: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || isDocumentation(node) || isComparison(node)) return;
    // Logs and what is thrown at programmers are English.
    if (ts.isCallExpression(node) && /\b(l10n\.t|toSay|log\.\w+)$/.test(node.expression.getText())) return;
    if (ts.isNewExpression(node) && node.expression.getText() === 'Error') return;
    const isText =
      ts.isStringLiteralLike(node) ||
      node.kind === ts.SyntaxKind.TemplateHead ||
      node.kind === ts.SyntaxKind.TemplateMiddle ||
      node.kind === ts.SyntaxKind.TemplateTail;
    if (isText) {
      const { text } = node as ts.LiteralLikeNode;
      // Markup and style sheets have none of the punctuation that is left out here.
      if (/\p{L}{2,} \p{L}|^\p{Lu}\p{Ll}+( |$)/u.test(text) && !/[<{};]/.test(text)) stray.push(text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return stray;
}

/** The pages of the rules are English. */
function isDocumentation(node: ts.Node): boolean {
  return ts.isPropertyAssignment(node) && node.name.getText() === 'docs';
}

/** What is compared is a code and told to nobody. */
function isComparison(node: ts.Node): boolean {
  return (
    ts.isBinaryExpression(node) &&
    [ts.SyntaxKind.EqualsEqualsEqualsToken, ts.SyntaxKind.ExclamationEqualsEqualsToken].includes(
      node.operatorToken.kind,
    ) &&
    ts.isStringLiteralLike(node.right)
  );
}
