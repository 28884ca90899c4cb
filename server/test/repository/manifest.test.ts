/** What `package.json` promises is there, and its texts can be translated. */
import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import picomatch from 'picomatch';

interface Manifest {
  readonly icon: string;
  readonly categories: readonly string[];
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly category: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
    readonly viewsWelcome: readonly { readonly contents: string }[];
    readonly walkthroughs: readonly { readonly id: string; readonly steps: readonly Step[] }[];
  };
}

interface Setting {
  readonly description?: string;
  readonly markdownDescription?: string;
}

interface Step {
  readonly id: string;
  readonly description: string;
  readonly media: { readonly svg: string; readonly altText: string };
  readonly completionEvents: readonly string[];
}

const source = fs.readFileSync('package.json', 'utf8');
const manifest = JSON.parse(source) as Manifest;
const texts = JSON.parse(fs.readFileSync('package.nls.json', 'utf8')) as Readonly<Record<string, string>>;
const { commands, configuration, viewsWelcome, walkthroughs } = manifest.contributes;
const steps = walkthroughs.flatMap((walkthrough) => walkthrough.steps);

/** The properties of a manifest that people read. */
const shownProperties = /^(title|shortTitle|description|markdownDescription|contents|altText|label)$/;
/** Where such a property is a name, the same in every language. */
const names = new Set(['Connref']);

describe('package.json', () => {
  it('takes each text from package.nls.json, which has no others', () => {
    const used = new Set([...source.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key));
    assert.deepEqual([...used].sort(), Object.keys(texts).sort());
    const literals = shownTexts(withoutRuleSettings(manifest)).filter(
      (text) => !/^%.+%$/.test(text) && !names.has(text),
    );
    assert.deepEqual(literals, [], 'Move these texts to package.nls.json.');
    assert.deepEqual(
      Object.values(texts).filter((text) => text.trim() === ''),
      [],
    );
  });

  it('describes each setting', () => {
    const unclear = Object.entries(configuration.properties).filter(([name, { description, markdownDescription }]) => {
      return !name.startsWith('connref.') || (description ?? markdownDescription) === undefined;
    });
    assert.deepEqual(unclear, []);
  });

  it('names commands by the category that the palette groups them by', () => {
    assert.deepEqual(
      commands.filter(({ command, category }) => !command.startsWith('connref.') || category !== 'Connref'),
      [],
    );
  });

  it('has an icon of 256 points, whose corners are clear', () => {
    const png = fs.readFileSync(manifest.icon);
    assert.equal(png.subarray(1, 4).toString('latin1'), 'PNG');
    const [width, height, colourType] = [png.readUInt32BE(16), png.readUInt32BE(20), png.readUInt8(25)];
    assert.deepEqual({ width, height, colourType }, { width: 256, height: 256, colourType: 6 });
  });

  it('shows find, fix, see and gate in its walkthrough, each with a picture and a way to be done', () => {
    assert.deepEqual(
      steps.map(({ id }) => id),
      ['find', 'fix', 'see', 'gate'],
    );
    for (const { media, completionEvents } of steps) {
      const picture = fs.readFileSync(media.svg, 'utf8');
      assert.match(picture, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox=/);
      assert.doesNotMatch(picture, /<script|href=/);
      // VS Code lets no style into the page that shows it: everything would be black.
      assert.doesNotMatch(picture, /\sstyle=|<style/);
      assert.ok(completionEvents.length > 0);
    }
  });

  it('links and waits only for commands that are there', () => {
    const known = new Set(commands.map(({ command }) => command));
    const linked = [...viewsWelcome.map(({ contents }) => contents), ...steps.map(({ description }) => description)]
      .map((text) => texts[text.slice(1, -1)] ?? text)
      .flatMap((text) => [...text.matchAll(/\(command:([\w.]+)/g)].map(([, command]) => command ?? ''));
    const awaited = steps
      .flatMap(({ completionEvents }) => completionEvents)
      .flatMap((event) => (event.startsWith('onCommand:') ? [event.slice('onCommand:'.length)] : []));
    const own = [...linked, ...awaited].filter((command) => command.startsWith('connref.'));
    assert.ok(own.length > 0);
    // VS Code makes it for the view.
    const unknown = own.filter((command) => !known.has(command) && command !== 'connref.connections.focus');
    assert.deepEqual(unknown, []);
  });

  it('starts in folders that hold a solution, and in no others', () => {
    // An archive that is opened as a folder.
    const events = manifest.activationEvents.filter((event) => event !== 'onFileSystem:connref-zip');
    const globs = events.map((event) => {
      const [, glob] = /^workspaceContains:(.+)$/.exec(event) ?? [];
      assert.ok(glob !== undefined, `'${event}' would start Connref elsewhere too.`);
      return glob;
    });
    const starts = picomatch(globs);
    const wanted = [
      'src/Other/Solution.xml',
      'export/customizations.xml',
      'connref.json',
      'Workflows/Notify-DAA283E7-66F6-4A33-A23D-55B072AD857D.json',
    ];
    assert.deepEqual(
      wanted.filter((file) => !starts(file)),
      [],
    );
    const others = [
      'package.json',
      'tsconfig.json',
      '.github/workflows/build.json',
      'pom.xml',
      'README.md',
      'a/app.xml',
    ];
    assert.deepEqual(
      others.filter((file) => starts(file)),
      [],
    );
  });
});

/** The severities of rules are described in the words of the rules, which are those of the findings: not translated. */
function withoutRuleSettings({ contributes, ...others }: Manifest): unknown {
  const { 'connref.rules': ruleSettings, ...properties } = contributes.configuration.properties;
  const { description, markdownDescription } = ruleSettings ?? {};
  return {
    ...others,
    contributes: { ...contributes, configuration: { properties } },
    description,
    markdownDescription,
  };
}

/** The values of all properties that people read, at any depth. */
function shownTexts(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    typeof inner === 'string' && shownProperties.test(name) ? [inner] : shownTexts(inner),
  );
}
