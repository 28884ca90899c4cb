/**
 * Writes `l10n/bundle.l10n.json`: all texts of the extension, its pages and its server that can be translated. A
 * translation is a file beside it, such as `bundle.l10n.de.json`. A test fails when it is stale.
 */
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as ts from 'typescript';

export const bundleFile = path.join('l10n', 'bundle.l10n.json');

const folders = ['client/src', 'client/webview', 'server/src'];

export interface Said {
  readonly file: string;
  /** Undefined where it is no literal, so that nobody could translate it. */
  readonly text: string | undefined;
  readonly values: number;
}

/** All calls of `l10n.t`. */
export function findTexts(): readonly Said[] {
  return folders.flatMap((folder) =>
    fs
      .readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => textsIn(path.join(folder, name))),
  );
}

export function renderBundle(): string {
  const texts = [...new Set(findTexts().flatMap(({ text }) => text ?? []))].sort();
  return `${JSON.stringify(Object.fromEntries(texts.map((text) => [text, text])), undefined, 2)}\n`;
}

function textsIn(file: string): readonly Said[] {
  const source = ts.createSourceFile(file, fs.readFileSync(file, 'utf8'), ts.ScriptTarget.ES2023, true);
  const found: Said[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /\bl10n\.t$/.test(node.expression.getText())) {
      const [text, ...values] = node.arguments;
      found.push({ file, text: text && ts.isStringLiteralLike(text) ? text.text : undefined, values: values.length });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

if (require.main === module) {
  fs.mkdirSync(path.dirname(bundleFile), { recursive: true });
  fs.writeFileSync(bundleFile, renderBundle());
}
