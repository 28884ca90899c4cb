/** Writes NOTICE.md: the licences of the packages whose code is in the bundles. A test fails when it is stale. */
import * as esbuild from 'esbuild';
import * as fs from 'node:fs';
import * as path from 'node:path';

const entryPoints = [
  'client/src/extension.ts',
  'client/webview/graph/main.ts',
  'client/webview/matrix/main.ts',
  'server/src/lsp/main.ts',
  'server/src/cli/main.ts',
  'server/src/cli/graphSvg.ts',
];

/** Asks the bundler which packages it takes code from, and gives their licences as one page. */
export async function renderNotices(): Promise<string> {
  const { metafile } = await esbuild.build({
    entryPoints,
    bundle: true,
    write: false,
    outdir: 'dist',
    platform: 'node',
    external: ['vscode'],
    mainFields: ['module', 'main'],
    metafile: true,
    logLevel: 'silent',
  });
  // The bundler's own process would keep this one alive.
  await esbuild.stop();
  const folders = new Set(Object.keys(metafile.inputs).flatMap((input) => packageFolder(input) ?? []));
  const sections = [...folders].sort().map(renderPackage);
  return ['# Notices', 'Connref contains code of these packages.', ...sections].join('\n\n').concat('\n');
}

/** `node_modules/@a/b/lib/x.js` → `node_modules/@a/b`; undefined for our own files. */
function packageFolder(input: string): string | undefined {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly author?: string;
}

function renderPackage(folder: string): string {
  const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest;
  const licence = fs.readdirSync(folder).find((file) => /^(licen[cs]e|copying)(\.|$)/i.test(file));
  const text =
    licence === undefined
      ? licenceWithoutFile(manifest)
      : fs.readFileSync(path.join(folder, licence), 'utf8').replaceAll('\r\n', '\n').trim();
  return `## ${manifest.name} ${manifest.version}\n\n\`\`\`text\n${text.replaceAll('```', "'''")}\n\`\`\``;
}

/** A package may only say which licence it has; then its text is filled in from what the package tells of itself. */
function licenceWithoutFile({ name, license, author }: Manifest): string {
  if (license !== 'ISC' || author === undefined) throw new Error(`${name} has no licence file`);
  return `ISC License

Copyright (c) ${author} and the contributors of ${name}

Permission to use, copy, modify, and/or distribute this software for any purpose
with or without fee is hereby granted, provided that the above copyright notice
and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH
REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND
FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS
OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER
TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
THIS SOFTWARE.`;
}

if (require.main === module) void renderNotices().then((page) => fs.writeFileSync('NOTICE.md', page));
