import assert from 'node:assert/strict';
import { isSkippedFolder, kindOfFile, type FileKind } from '../../src/model/fileKind';

describe('the kind of a file', () => {
  const kinds: readonly (readonly [path: string, kind: FileKind | undefined])[] = [
    ['/repo/src/Workflows/Notify-0EF8C509-91AA-4BBE-A80E-0988A0B6613D.json', 'flow'],
    ['/repo/src/workflows/notify.JSON', 'flow'],
    ['c:/Repo/Src/WORKFLOWS/Notify.json', 'flow'],
    ['Workflows/Notify.json', 'flow'],
    ['/repo/Workflows/Notify.json.data.xml', 'flowMetadata'],
    ['/repo/WorkFlows/Notify.JSON.Data.Xml', 'flowMetadata'],
    ['/repo/Workflows/Classic.xaml', undefined],
    ['/repo/Workflows/Classic.xaml.data.xml', 'flowMetadata'],
    ['/repo/MyWorkflows/Notify.json', 'settings'],
    ['/repo/Workflows/archive/Notify.json', 'settings'],
    ['/repo/settings/prod.json', 'settings'],
    ['/prod.json', 'settings'],
    ['/Agents/HR Helper/connectionreferences.mcs.yml', 'agentWorkspace'],
    ['/Agents/HR Helper/settings.mcs.yml', 'yamlAgent'],
    ['/Agents/HR Helper/agent.mcs.yml', undefined],
    ['/repo/bots/contoso_hr/bot.xml', 'agent'],
    ['/repo/Bots/contoso_hr/Bot.xml', 'agent'],
    ['/repo/bots/contoso_hr/bot.yml', 'yamlAgent'],
    ['/repo/contoso_hr/bot.xml', undefined],
    ['/repo/.github/bot.yml', undefined],
    ['/Agents/HR Helper/workflows/Notify-0EF8C509-91AA-4BBE-A80E-0988A0B6613D/workflow.json', 'flow'],
    ['/repo/workflows/build/workflow.json', 'settings'],
    ['/pkg/Microsoft.Flow/flows/1c9e77aa-0000-4000-8000-000000000001/definition.json', 'flow'],
    ['microsoft.flow/FLOWS/a/Definition.json', 'flow'],
    ['/pkg/Microsoft.Flow/flows/manifest.json', 'settings'],
    ['/pkg/Microsoft.Flow/flows/1c9e77aa-0000-4000-8000-000000000001/apisMap.json', 'settings'],
    ['/pkg/flows/a/definition.json', 'settings'],
    ['/repo/Other/Customizations.xml', 'customizations'],
    ['/repo/customizations.xml', 'customizations'],
    ['/repo/Other/Solution.xml', 'solution'],
    ['/repo/SOLUTION.XML', 'solution'],
    ['/repo/Other/Relationships.xml', undefined],
    ['/repo/CanvasApps/contoso_app.meta.xml', 'canvasApp'],
    ['/repo/canvasapps/contoso_app.META.xml', 'canvasApp'],
    ['/repo/CanvasApps/contoso_app_DocumentUri.msapp', undefined],
    ['/repo/Assets/botcomponent_connectionreferenceset.xml', 'agentReferences'],
    ['/repo/environmentvariabledefinitions/contoso_x/environmentvariabledefinition.xml', 'environmentVariable'],
    ['/repo/[Content_Types].xml', undefined],
    ['/repo/solution.xml.bak', undefined],
    ['/repo/README.md', undefined],
    ['', undefined],
  ];
  for (const [path, kind] of kinds) {
    it(`${path}: ${kind ?? 'none'}`, () => {
      assert.equal(kindOfFile(path), kind);
    });
  }

  it('is not even asked for in folders of tools', () => {
    assert.deepEqual(['node_modules', '.git', 'src', 'Workflows'].map(isSkippedFolder), [true, true, false, false]);
  });
});
