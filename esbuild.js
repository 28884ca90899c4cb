// @ts-check
// Bundles the product into dist/ and, with --tests, compiles sources, tests and scripts into out/.
// Flags: --production (minified, for the package), --watch, --tests.
const esbuild = require('esbuild');
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const tests = process.argv.includes('--tests');

/** @type {import('esbuild').BuildOptions} */
const common = {
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  sourcemap: !production,
  logLevel: 'warning',
  plugins: watch ? [problemMatcher()] : [],
};

/** @type {import('esbuild').BuildOptions} */
const bundle = {
  ...common,
  bundle: true,
  minify: production,
  // jsonc-parser's main field is a UMD file whose requires a bundler can't follow.
  mainFields: ['module', 'main'],
  legalComments: 'none',
};

/** @type {import('esbuild').BuildOptions[]} */
const builds = [
  { ...bundle, entryPoints: ['client/src/extension.ts'], outfile: 'dist/extension.js', external: ['vscode'] },
  { ...bundle, entryPoints: ['server/src/lsp/main.ts'], outfile: 'dist/server.js' },
  { ...bundle, entryPoints: ['server/src/cli/main.ts'], outfile: 'dist/program.js' },
  { ...bundle, entryPoints: ['server/src/cli/graphSvg.ts'], outfile: 'dist/graphSvg.js' },
  {
    ...bundle,
    entryPoints: ['server/src/cli/start.ts'],
    outfile: 'dist/connref.js',
    banner: { js: '#!/usr/bin/env node' },
  },
  { ...bundle, entryPoints: ['scripts/codeCache.ts'], outfile: 'out/codeCache.js' },
  {
    ...bundle,
    entryPoints: [
      { in: 'client/webview/graph/main.ts', out: 'graph' },
      { in: 'client/webview/graph/graph.css', out: 'graph' },
      { in: 'client/webview/matrix/main.ts', out: 'matrix' },
      { in: 'client/webview/matrix/matrix.css', out: 'matrix' },
    ],
    outdir: 'dist/webview',
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
  },
];
if (tests) {
  builds.push({
    ...common,
    entryPoints: ['client/**/*.ts', 'server/**/*.ts', 'scripts/**/*.ts'],
    outdir: 'out',
    outbase: '.',
  });
}

main().catch(() => process.exit(1));

async function main() {
  fs.rmSync(path.join(__dirname, 'dist'), { recursive: true, force: true });
  if (tests) fs.rmSync(path.join(__dirname, 'out'), { recursive: true, force: true });
  const contexts = await Promise.all(builds.map((options) => esbuild.context(options)));
  if (watch) {
    await Promise.all(contexts.map((context) => context.watch()));
    return;
  }
  try {
    await Promise.all(contexts.map((context) => context.rebuild()));
    // What the sample solutions need is what others need.
    execFileSync(process.execPath, ['out/codeCache.js', 'check', 'test-fixtures'], { cwd: __dirname, stdio: 'ignore' });
  } finally {
    await Promise.all(contexts.map((context) => context.dispose()));
  }
}

/**
 * Prints what the background task of .vscode/tasks.json waits for.
 * @returns {import('esbuild').Plugin}
 */
function problemMatcher() {
  return {
    name: 'problem-matcher',
    setup(build) {
      build.onStart(() => console.log('[watch] build started'));
      build.onEnd(({ errors }) => {
        for (const { text, location } of errors) {
          console.error(`✘ [ERROR] ${text}`);
          if (location) console.error(`    ${location.file}:${location.line}:${location.column}:`);
        }
        console.log('[watch] build finished');
      });
    },
  };
}
