import assert from 'node:assert/strict';
import { extractFacts } from '../../src/model/extract';
import type { Facts } from '../../src/model/facts';
import type { FileKind } from '../../src/model/fileKind';

/** What a file of a kind says where its text says nothing of it. */
const silent: Partial<Record<FileKind, object>> = {
  customizations: { declarations: [], flows: [], connectors: [], apps: [], disablingComments: [] },
  solution: { missingReferences: [], listedFlows: [], listedNames: [] },
  environmentVariable: { hasDefault: false, uses: [] },
  canvasApp: { connectors: [], unnamedConnectors: [] },
};

/** Checks what is read of a text, its problems aside, and where names stand: the tests of occurrences look there. */
function checkFacts(kind: FileKind, text: string, expected: object): void {
  const facts: Facts | undefined = extractFacts(kind, text);
  assert.deepEqual(withoutNamePaths(facts), { kind, ...silent[kind], ...expected, problems: [] });
}

function withoutNamePaths(facts: Facts | undefined): unknown {
  return JSON.parse(
    JSON.stringify(facts, (name, value: unknown) => (name.endsWith('Path') ? undefined : value)),
  ) as unknown;
}

describe('Customizations.xml', () => {
  const declarationPath = ['ImportExportXml', 'connectionreferences', 'connectionreference'];

  it('declares references', () => {
    checkFacts(
      'customizations',
      `\uFEFF<?xml version="1.0" encoding="utf-8"?>
<ImportExportXml xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <Entities />
  <connectionreferences>
    <connectionreference connectionreferencelogicalname="contoso_outlook">
      <connectionreferencedisplayname>  HR &amp; Payroll – Outlook  </connectionreferencedisplayname>
      <connectorid>/providers/Microsoft.PowerApps/apis/shared_office365</connectorid>
      <description>Mailbox of HR</description>
      <iscustomizable>1</iscustomizable>
    </connectionreference>
    <connectionreference connectionreferencelogicalname="contoso_bare" />
  </connectionreferences>
</ImportExportXml>`.slice(1),
      {
        declarations: [
          {
            logicalName: 'contoso_outlook',
            displayName: 'HR & Payroll – Outlook',
            description: 'Mailbox of HR',
            connectorId: '/providers/Microsoft.PowerApps/apis/shared_office365',
            isCustomConnector: false,
            path: declarationPath,
          },
          { logicalName: 'contoso_bare', isCustomConnector: false, path: [...declarationPath, 1] },
        ],
        flows: [],
      },
    );
  });

  it('names a custom connector by its own id and the GUID of its row, in either order', () => {
    const id = '<connectorid>/providers/Microsoft.PowerApps/apis/shared_new-5fapi-5f0123456789abcdef</connectorid>';
    const custom =
      '<customconnectorid><connectorid>6d0f1a2e-0000-4000-8000-000000000001</connectorid></customconnectorid>';
    for (const children of [id + custom, custom + id]) {
      checkFacts(
        'customizations',
        `<ImportExportXml><connectionreferences><connectionreference connectionreferencelogicalname="a">${children}</connectionreference></connectionreferences></ImportExportXml>`,
        {
          declarations: [
            {
              logicalName: 'a',
              connectorId: '/providers/Microsoft.PowerApps/apis/shared_new-5fapi-5f0123456789abcdef',
              isCustomConnector: true,
              customConnectorGuid: '6d0f1a2e-0000-4000-8000-000000000001',
              path: declarationPath,
            },
          ],
          flows: [],
        },
      );
    }
  });

  it('leaves out what has no logical name, and counts it all the same', () => {
    const facts = extractFacts(
      'customizations',
      `<ImportExportXml><connectionreferences><connectionreference /><connectionreference connectionreferencelogicalname=""/>
       <connectionreference connectionreferencelogicalname="a"/></connectionreferences></ImportExportXml>`,
    );
    assert.deepEqual(facts?.kind === 'customizations' && facts.declarations.map(({ path }) => path), [
      [...declarationPath, 2],
    ]);
  });

  it('of an extracted zip tells of cloud flows, and tells them from classic workflows', () => {
    const workflowPath = ['ImportExportXml', 'Workflows', 'Workflow'];
    checkFacts(
      'customizations',
      `<ImportExportXml><Workflows>
        <Workflow WorkflowId="{0EF8C509-91AA-4BBE-A80E-0988A0B6613D}" Name="Log &quot;event&quot;">
          <JsonFileName>/Workflows/Log-0EF8C509-91AA-4BBE-A80E-0988A0B6613D.json</JsonFileName>
          <Category>5</Category><StateCode>0</StateCode><ModernFlowType>1</ModernFlowType>
        </Workflow>
        <Workflow WorkflowId="{1ef8c509-91aa-4bbe-a80e-0988a0b6613d}" Name="Classic">
          <XamlFileName>/Workflows/Classic.xaml</XamlFileName><Category>0</Category>
        </Workflow>
      </Workflows></ImportExportXml>`,
      {
        declarations: [],
        flows: [
          {
            guid: '0ef8c509-91aa-4bbe-a80e-0988a0b6613d',
            name: 'Log "event"',
            jsonFileName: '/Workflows/Log-0EF8C509-91AA-4BBE-A80E-0988A0B6613D.json',
            isOn: false,
            isCloudFlow: true,
            isAgentFlow: true,
            path: workflowPath,
          },
          {
            guid: '1ef8c509-91aa-4bbe-a80e-0988a0b6613d',
            name: 'Classic',
            isCloudFlow: false,
            isAgentFlow: false,
            path: [...workflowPath, 1],
          },
        ],
      },
    );
  });

  it('with another root says nothing', () => {
    checkFacts('customizations', '<Other><connectionreferences /></Other>', { declarations: [], flows: [] });
  });
});

describe('Solution.xml', () => {
  it('says who the solution is', () => {
    checkFacts(
      'solution',
      `<ImportExportXml version="9.2"><SolutionManifest>
        <UniqueName>ContosoHR</UniqueName>
        <LocalizedNames><LocalizedName description="Contoso HR" languagecode="1033" /></LocalizedNames>
        <Version>1.4.0.12</Version><Managed>1</Managed>
        <Publisher><UniqueName>contoso</UniqueName><CustomizationPrefix>con</CustomizationPrefix></Publisher>
      </SolutionManifest></ImportExportXml>`,
      {
        uniqueName: 'ContosoHR',
        displayName: 'Contoso HR',
        version: '1.4.0.12',
        isManaged: true,
        prefix: 'con',
        missingReferences: [],
      },
    );
  });

  it('that can be packed both ways is not managed', () => {
    checkFacts(
      'solution',
      '<ImportExportXml><SolutionManifest><Managed>2</Managed></SolutionManifest></ImportExportXml>',
      {
        isManaged: false,
        missingReferences: [],
      },
    );
  });

  it('says which references other solutions must bring', () => {
    const dependency = (attributes: string): string =>
      `<MissingDependency><Required type="connectionreference" ${attributes} /><Dependent type="29" /></MissingDependency>`;
    checkFacts(
      'solution',
      `<ImportExportXml><SolutionManifest><MissingDependencies>
        ${dependency('solution="ContosoBase (2.1.0.4)" displayName="Shared – Outlook" id.connectionreferencelogicalname="a"')}
        ${dependency('solution="Plain" id.connectionreferencelogicalname="b"')}
        ${dependency('solution="Active" id.connectionreferencelogicalname="c"')}
        ${dependency('id.connectionreferencelogicalname="d"')}
        <MissingDependency><Required type="29" id="{0ef8c509-91aa-4bbe-a80e-0988a0b6613d}" solution="X" /></MissingDependency>
        <MissingDependency />
      </MissingDependencies></SolutionManifest></ImportExportXml>`,
      {
        isManaged: false,
        missingReferences: [
          { logicalName: 'a', displayName: 'Shared – Outlook', baseSolution: 'ContosoBase' },
          { logicalName: 'b', baseSolution: 'Plain' },
          { logicalName: 'c' },
          { logicalName: 'd' },
        ],
      },
    );
  });
});

describe("a flow's .data.xml", () => {
  it('says how the flow is named, and whether it is on', () => {
    checkFacts(
      'flowMetadata',
      `<?xml version="1.0" encoding="utf-8"?>
      <Workflow WorkflowId="{54d0e178-3dea-491c-bc26-17299ad999b0}" Name="Notify new hire">
        <JsonFileName>/Workflows/NotifyNewHire.json</JsonFileName><Category>5</Category><StateCode>1</StateCode>
      </Workflow>`,
      {
        metadata: {
          guid: '54d0e178-3dea-491c-bc26-17299ad999b0',
          name: 'Notify new hire',
          jsonFileName: '/Workflows/NotifyNewHire.json',
          isOn: true,
          isCloudFlow: true,
          isAgentFlow: false,
          path: ['Workflow'],
        },
      },
    );
  });

  it('without a workflow says nothing', () => {
    checkFacts('flowMetadata', '<Flow Name="x" />', {
      metadata: { isCloudFlow: false, isAgentFlow: false, path: ['Workflow'] },
    });
  });
});

describe("a canvas app's metadata", () => {
  const app = (json: string): string =>
    `<CanvasApp><Name>contoso_app_1a2b3</Name><DisplayName>Onboarding</DisplayName><ConnectionReferences>${json}</ConnectionReferences></CanvasApp>`;

  it('name the references that it uses, and connectors', () => {
    const path = ['CanvasApp', 'ConnectionReferences'];
    const behind = '/providers/microsoft.powerapps/apis/';
    checkFacts(
      'canvasApp',
      app(`{ "1": { "id": "/providers/microsoft.powerapps/apis/shared_sql", "xrmConnectionReferenceLogicalName": "contoso_sql" },
             "2": { "id": "/providers/microsoft.powerapps/apis/shared_office365users" }, "3": {}, "4": 1 }`),
      {
        name: 'Onboarding',
        uses: [
          {
            logicalName: 'contoso_sql',
            place: { path, within: ['1', 'xrmConnectionReferenceLogicalName'], part: 'contoso_sql' },
          },
        ],
        connectors: [
          { name: 'shared_sql', place: { path, within: ['1', 'id'], part: 'shared_sql', behind } },
          {
            name: 'shared_office365users',
            place: { path, within: ['2', 'id'], part: 'shared_office365users', behind },
          },
        ],
        unnamedConnectors: ['shared_office365users'],
      },
    );
  });

  for (const json of ['', '{', '[]', '"text"', 'null']) {
    it(`with ${json === '' ? 'nothing' : json} in ConnectionReferences use nothing`, () => {
      checkFacts('canvasApp', app(json), { name: 'Onboarding', uses: [], unnamedConnectors: [] });
    });
  }

  it('without a display name give the name', () => {
    checkFacts('canvasApp', '<CanvasApp><Name>contoso_app</Name></CanvasApp>', {
      name: 'contoso_app',
      uses: [],
      unnamedConnectors: [],
    });
  });
});

describe('botcomponent_connectionreferenceset.xml', () => {
  it('names the reference of each component of an agent', () => {
    const set = 'botcomponent_connectionreferenceset';
    const element = 'botcomponent_connectionreference';
    const attribute = '@connectionreferenceid.connectionreferencelogicalname';
    checkFacts(
      'agentReferences',
      `<${set}>
        <${element} botcomponentid.schemaname="contoso_hr.topic.Ask" connectionreferenceid.connectionreferencelogicalname="a"><iscustomizable>1</iscustomizable></${element}>
        <${element} botcomponentid.schemaname="contoso_hr.topic.None" />
        <${element} connectionreferenceid.connectionreferencelogicalname="b" />
      </${set}>`,
      {
        uses: [
          { agent: 'contoso_hr', logicalName: 'a', place: { path: [set, element, attribute] } },
          { agent: '', logicalName: 'b', place: { path: [set, element, 2, attribute] } },
        ],
      },
    );
  });
});

describe('environmentvariabledefinition.xml', () => {
  const root = 'environmentvariabledefinition';

  it('of a plain variable names no reference', () => {
    checkFacts('environmentVariable', `<${root} schemaname="contoso_Mailbox"><type>100000000</type></${root}>`, {
      schemaName: 'contoso_Mailbox',
      uses: [],
    });
  });

  it('of a data source may name its reference in several ways', () => {
    checkFacts(
      'environmentVariable',
      `<${root} schemaname="contoso_Site" parent.connectionreferencelogicalname="a">
        <connectionreferencelogicalname>b</connectionreferencelogicalname>
        <parentconnectionreferenceid><connectionreferencelogicalname>c</connectionreferencelogicalname></parentconnectionreferenceid>
      </${root}>`,
      {
        schemaName: 'contoso_Site',
        uses: [
          { logicalName: 'a', place: { path: [root, '@parent.connectionreferencelogicalname'] } },
          { logicalName: 'b', place: { path: [root, 'connectionreferencelogicalname'] } },
          {
            logicalName: 'c',
            place: { path: [root, 'parentconnectionreferenceid', 'connectionreferencelogicalname'] },
          },
        ],
      },
    );
  });
});
