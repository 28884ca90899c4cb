/** Texts that people read in the editor can be translated, and `l10n/bundle.l10n.json` has them all. */
import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as ts from 'typescript';
import { bundleFile, findTexts, renderBundle } from '../../../scripts/l10nBundle';

/** Parts of the server whose texts all go through `l10n`. Texts of rules, refactorings and the tree are English. */
const converted = [
  'server/src/features/codeActions.ts',
  'server/src/features/codeLens.ts',
  'server/src/features/counted.ts',
  'server/src/features/documentLinks.ts',
  'server/src/features/graphNodeWords.ts',
  'server/src/features/graphSvg.ts',
  'server/src/features/importOrderMarkdown.ts',
  'server/src/features/importOrderWords.ts',
  'server/src/features/needsMarkdown.ts',
  'server/src/features/needsWords.ts',
  'server/src/features/refactorings.ts',
  'server/src/features/useInWords.ts',
  'server/src/lsp/codeActions.ts',
  'server/src/lsp/codeLens.ts',
  'server/src/lsp/hoverMarkdown.ts',
  'server/src/lsp/progress.ts',
  'server/src/lsp/thingMarkdown.ts',
];

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

  for (const file of converted) {
    it(`are all that ${file} says`, () => {
      assert.deepEqual(strayWords(file), []);
    });
  }
});

/** Literals of several words, or that begin like a sentence, outside of `l10n.t`. */
function strayWords(file: string): string[] {
  const source = ts.createSourceFile(file, fs.readFileSync(file, 'utf8'), ts.ScriptTarget.ES2023, true);
  const stray: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    if (ts.isCallExpression(node) && /\b(l10n\.t|crash)$/.test(node.expression.getText())) return;
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
