/** What the extension shows can be translated, and each of its parts hears of changes. */
import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as ts from 'typescript';

const folder = path.join('client', 'src');
const files = fs
  .readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) =>
    ts.createSourceFile(name, fs.readFileSync(path.join(folder, name), 'utf8'), ts.ScriptTarget.ES2023, true),
  );

const shownProperties = /^(title|prompt|placeHolder|label|detail|tooltip|openLabel|saveLabel|value)$/;
/** Its first argument is shown, or its second where the first is an id. */
const showing = /^(show(Information|Warning|Error)Message|setStatusBarMessage|createWebviewPanel|TreeItem)$/;

describe('the texts of the extension', () => {
  it('go through l10n', () => {
    const stray = files.flatMap((file) =>
      shownExpressions(file)
        .filter(hasWords)
        .map((text) => `${file.fileName}: ${text.getText()}`),
    );
    assert.deepEqual(stray, []);
  });

  it('are found by this test', () => {
    const found = files.flatMap((file) => shownExpressions(file)).map((expression) => expression.getText());
    assert.ok(found.includes("l10n.t('There is nothing to change.')"), found.join('\n'));
  });

  it('a client keeps one handler for a notification, so that only one file asks for changes', () => {
    const asking = files.filter((file) => /onNotification\(\s*changedMethod/.test(file.text));
    assert.deepEqual(
      asking.map(({ fileName }) => fileName),
      ['changed.ts'],
    );
  });
});

function shownExpressions(file: ts.SourceFile): ts.Expression[] {
  const shown: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && shownProperties.test(node.name.getText())) shown.push(node.initializer);
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const callee = node.expression;
      const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : callee.getText();
      const argument = node.arguments?.[name === 'createWebviewPanel' ? 1 : 0];
      if (showing.test(name) && argument) shown.push(argument);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return shown;
}

/** Whether a literal says something by itself: no name within the code, nor the product's, the same in all languages. */
function hasWords(expression: ts.Expression): boolean {
  if (ts.isStringLiteralLike(expression)) {
    return /\p{L}/u.test(expression.text) && !/^[a-z]+$/.test(expression.text) && expression.text !== 'Connref';
  }
  if (!ts.isTemplateExpression(expression)) return false;
  const literals = [expression.head, ...expression.templateSpans.map(({ literal }) => literal)];
  return literals.some(({ text }) => /\p{L}/u.test(text.replace(/\$\([\w~-]+\)/g, '')));
}
