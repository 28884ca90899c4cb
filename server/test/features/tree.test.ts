import assert from 'node:assert/strict';
import type { Workspace } from '../../src/host/workspace';
import type { TreeItem } from '../../src/features/tree';
import { buildTree } from '../../src/features/treeView';
import { flowText, openContoso, openFixture, settingsText, textAt } from '../engine';

function treeOf(workspace: Workspace): readonly TreeItem[] {
  return buildTree(workspace.snapshot, (file) => workspace.findingsOf(file));
}

function allItems(items: readonly TreeItem[]): TreeItem[] {
  return items.flatMap((item) => [item, ...allItems(item.children())]);
}

/** A line for each node: `label · description [severity]`. A reference that was shown before is only named again. */
function renderTree(items: readonly TreeItem[]): string {
  const shown = new Map<string, string>();
  const render = (item: TreeItem, indent: string): string => {
    const { kind, label, description, severity } = item;
    const line = `${indent}${label}${description ? ` · ${description}` : ''}${severity ? ` [${severity}]` : ''}\n`;
    const children = item.children();
    assert.equal(item.hasChildren, children.length > 0, label);
    const below = children.map((child) => render(child, `${indent}  `)).join('');
    const before = kind === 'reference' ? shown.get(line) : undefined;
    if (kind === 'reference') shown.set(line, below);
    if (before === undefined) return line + below;
    assert.equal(below, before, `${label} is the same wherever it stands`);
    return below === '' ? line : `${line}${indent}  …\n`;
  };
  return items.map((item) => render(item, '')).join('');
}

/** Checks the whole tree of a workspace in one string. */
function checkTree(source: string, expected: string): void {
  const { workspace } = openFixture(source, { addsSolution: !source.includes('/solution.xml') });
  assert.equal(renderTree(treeOf(workspace)), expected.replace(/^\n/, ''));
}

describe('the tree of the sample', () => {
  it('shows connectors, connections, references, who uses them, and steps', () => {
    assert.equal(
      renderTree(treeOf(openContoso())),
      `Approvals · 1 reference
  2bbcc715909c… · prod
    HR – Approvals – Service · contoso_sharedapprovals_5d8c0
      Approve leave request · ContosoHR
        Start and wait for an approval
      Book business travel · ContosoTravel [info]
        Start and wait for an approval
      Offboarding checklist · ContosoHR
  45f0b08c859d… · test
    HR – Approvals – Service · contoso_sharedapprovals_5d8c0
      …
Excel Online (Business) · 1 reference
  ffec817fc0c7… · test
    fin_sharedexcelonlinebusiness_2e7d1 · declared nowhere here
      Expense report reminder · ContosoTravel [info]
        Get cost centre · For each trip
Microsoft Dataverse · 2 references, 1 problem [error]
  shared-commondataser-11078633… · test
    HR – Dataverse – Service Principal · contoso_sharedcommondataserviceforapps_7f3e1
      Approve leave request · ContosoHR
        Get my employee record
        Add leave · Is approved › If yes
      Birthday greetings · ContosoHR
        List birthdays
      Notify new hire · ContosoHR
        When an employee is added · Trigger
        Get manager · Notify
        List buddies · Notify › Has a manager › If yes › Kind of position › Office
      Offboarding checklist · ContosoHR
        When an employee leaves · Trigger
        List equipment
        Create return item · Collect equipment › For each item [error]
    Shared – Dataverse – Service Principal · contoso_sharedcommondataserviceforapps_b41f7
      Log automation event · ContosoBase
        Add log row
        Flag automation as failing · Is an error › If yes
      Post company announcement · ContosoBase
        When an announcement is approved · Trigger
        Get author
        List recipients · Audience includes mail readers › If yes
  shared-commondataser-57676216… · prod
    Shared – Dataverse – Service Principal · contoso_sharedcommondataserviceforapps_b41f7
      …
  shared-commondataser-7e66f445… · prod
    HR – Dataverse – Service Principal · contoso_sharedcommondataserviceforapps_7f3e1
      …
Microsoft Teams · 5 references, used directly by 2 flows, 4 problems [error]
  0328238b5f00… · prod
    Travel – Teams – Service · contoso_sharedteams_17e5b
  c5ed1f68ac08… · test
    Travel – Teams – Service · contoso_sharedteams_17e5b
  d5dbec2a170d… · prod
    HR – Teams – Service · contoso_sharedteams_92c4d
      Notify new hire · ContosoHR
        Post message in the HR channel · Notify › Has a manager › If yes › Kind of position › Default
        Ask HR for a manager · Notify › Has a manager › If no
  f05036f12cd6… · test
    HR – Teams – Service · contoso_sharedteams_92c4d
      …
  shared-teams-c7be6810… · test
    Shared – Teams · contoso_sharedteams_0d9a2
      Post company announcement · ContosoBase
        Post message in the company channel
  shared-teams-cbbba886… · test
    HR – Teams – Onboarding Bot · contoso_sharedteams_b6e03
      Notify new hire · ContosoHR
        Post card in a chat · Notify › Has a manager › If yes › Kind of position › Office › For each buddy
  Not bound · in no settings file
    contoso_sharedteams_92c4 · declared nowhere here
      Offboarding checklist · ContosoHR [error]
        Tell IT
  Not bound · prod [warning]
    HR – Teams – Onboarding Bot · contoso_sharedteams_b6e03
      …
    Shared – Teams · contoso_sharedteams_0d9a2
      …
  Used directly · 2 flows [warning]
    Answer travel question · ContosoTravel [warning]
      When travel is mentioned · Trigger
      Reply with a message in a channel
    Old notification · ContosoHR [warning]
      Post message in a chat or channel · Morning round › There are new sick notes › If yes › For each note
Notifications · 1 reference, 1 problem [warning]
  6d058a764665… · test
    HR – Notifications – Service · contoso_sharedflowpush_88b0d
  Not bound · prod [warning]
    HR – Notifications – Service · contoso_sharedflowpush_88b0d
Office 365 Outlook · 3 references, used directly by 2 flows, 3 problems [error]
  shared-office365-5b3a7447… · prod
    Shared – Outlook · contoso_sharedoffice365_6c20e
      Birthday greetings · ContosoHR [info]
        Send an email (V2) · For each employee
      Post company announcement · ContosoBase
        Send an email (V2) · Audience includes mail readers › If yes
  shared-office365-7a136a62… · prod
    Travel – Outlook – Service · contoso_sharedoffice365_d40c8
      Answer travel question · ContosoTravel
        Forward to the travel desk
      Book business travel · ContosoTravel
        Ask the travel agency · Is approved › If yes
      Expense report reminder · ContosoTravel
        Send an email (V2) · For each trip
  shared-office365-dec06d40… · test
    Shared – Outlook · contoso_sharedoffice365_6c20e
      …
  shared-office365-e25a670e… · test
    Travel – Outlook – Service · contoso_sharedoffice365_d40c8
      …
  Filled in by the pipeline · test
    HR – Outlook – Service · contoso_sharedoffice365_1a2b3
      Approve leave request · ContosoHR
        Create event (V4) · Is approved › If yes
        Send an email (V2) · Is approved › If no
      Birthday greetings · ContosoHR [error]
        Get user profile (V2) · For each employee
      Notify new hire · ContosoHR
        Send an email (V2) · Notify › Has a manager › If yes
        Order protective equipment · Notify › Has a manager › If yes › Kind of position › Warehouse
      Offboarding checklist · ContosoHR
        Ask for return · Collect equipment
  Not bound · prod [info]
    HR – Outlook – Service · contoso_sharedoffice365_1a2b3
      …
  Used directly · 2 flows [warning]
    Old notification · ContosoHR [warning]
      Get emails (V3)
      Mark as read (V3) · Morning round › There are new sick notes › If yes › For each note
      Send an email (V2) · Morning round › There are new sick notes › If no
    WeeklyHeadcountReport · ContosoHR [warning]
      Send an email
Planner · 1 reference, 1 problem [warning]
  b8a8e2017eb8… · prod [warning]
    contoso_sharedplanner_44d1e · declared nowhere here
SharePoint · 2 references, used directly by 2 flows, 3 problems [error]
  105d5d7732db… · test
    HR – SharePoint – Policies · contoso_sharedsharepointonline_e29b6
      HR Assistant · ContosoHR
  f1204e0463b4… · prod [error]
    HR – SharePoint – Policies · contoso_sharedsharepointonline_e29b6
      …
  shared-sharepointonl-8460c3f7… · test
    Travel – SharePoint – Requests · contoso_sharedsharepointonline_f8a19
      Expense report reminder · ContosoTravel
        Get open trips
  shared-sharepointonl-8e93d4db… · prod
    Travel – SharePoint – Requests · contoso_sharedsharepointonline_f8a19
      …
  Used directly · 2 flows [warning]
    Book business travel · ContosoTravel [warning]
      When an item is created · Trigger
      Get item · Is approved › If yes › Until booked
      Update item · Is approved › If no
    WeeklyHeadcountReport · ContosoHR [warning]
      Get items
      Record that it was sent
SQL Server · 1 reference, 1 problem [warning]
  9126d446275b… · test
    HR – SQL Server – Payroll · contoso_sharedsql_c95a4
      Onboarding · ContosoHR
  Not bound · prod [warning]
    HR – SQL Server – Payroll · contoso_sharedsql_c95a4
      …
`,
    );
  });

  it('names every node once', () => {
    const ids = allItems(treeOf(openContoso())).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('keeps the names of nodes while files change', () => {
    const ids = (workspace: Workspace): string[] => allItems(treeOf(workspace)).map(({ id }) => id);
    const workspace = openContoso();
    const before = ids(workspace);
    const { file } = workspace.snapshot.flows[0] ?? { file: '' };
    workspace.setOpenText(file, { text: `\n\n${workspace.texts.text(file) ?? ''}`, version: 1 });
    assert.deepEqual(ids(workspace), before);
  });

  it('leads each node to its name in a file', () => {
    const workspace = openContoso();
    const check = (item: TreeItem, key?: string): void => {
      const { kind, label, description, connectionState, at } = item;
      const found = at && textAt(workspace, at);
      const flowKey = kind === 'flow' ? found : undefined;
      switch (kind) {
        case 'connector':
          assert.equal(at, undefined);
          break;
        case 'connection':
          // The label is shortened to leave room for the environments.
          if (connectionState === 'bound') assert.ok(found?.startsWith(label.replace(/…$/, '')), label);
          if (connectionState === 'token') assert.match(found ?? '', /^#\{.*\}#$/);
          break;
        case 'reference':
          assert.ok([label, description].includes(found), label);
          break;
        case 'step':
          assert.equal(found, key, label);
          break;
        case 'flow':
          assert.match(found ?? '', /^shared_/);
          break;
        default:
          assert.match(found ?? '', /^contoso_shared/);
      }
      for (const child of item.children()) check(child, flowKey);
    };
    for (const item of treeOf(workspace)) check(item);
  });
});

describe('the tree', () => {
  it('of a workspace without connections is empty', () => {
    checkTree(`//- /Workflows/Notify.json\n${flowText('{}')}\n`, '');
  });

  it('shows an agent and an app once, however often they use a reference', () => {
    const uses = ['Ask', 'Tell'].map(
      (topic) =>
        `<botcomponent_connectionreference botcomponentid.schemaname="contoso_bot.topic.${topic}" connectionreferenceid.connectionreferencelogicalname="contoso_teams" />`,
    );
    checkTree(
      `//- /Assets/botcomponent_connectionreferenceset.xml
<botcomponent_connectionreferenceset>${uses.join('')}</botcomponent_connectionreferenceset>
//- /CanvasApps/app.meta.xml
<CanvasApp><Name>App</Name><ConnectionReferences>{"1":{"xrmConnectionReferenceLogicalName":"contoso_teams"},"2":{"xrmConnectionReferenceLogicalName":"contoso_teams"}}</ConnectionReferences></CanvasApp>
//- /settings/prod.json
${settingsText({ contoso_teams: 'x' })}
//- /Other/Customizations.xml
<ImportExportXml><connectionreferences><connectionreference connectionreferencelogicalname="contoso_teams"><connectorid>/providers/Microsoft.PowerApps/apis/shared_teams</connectorid></connectionreference></connectionreferences></ImportExportXml>
`,
      `
Microsoft Teams · 1 reference
  x · prod
    contoso_teams · Fixture
      App · Fixture
      contoso_bot · Fixture
`,
    );
  });

  it('shows one connection of several environments once, and connectors that nobody can tell', () => {
    checkTree(
      `//- /Workflows/Notify.json
${flowText('{ "a": { "connection": {} }, "b": { "connection": { "connectionReferenceLogicalName": "gone" } } }')}
//- /settings/prod.json
${settingsText({ gone: 'x' })}
//- /settings/test.json
${settingsText({ GONE: 'x' })}
`,
      `
Unknown connector · 1 reference, used directly by 1 flow, 5 problems [error]
  x · prod, test [warning]
    gone · declared nowhere here
      Notify · Fixture [error]
  Used directly · 1 flow [warning]
    Notify · Fixture [error]
`,
    );
  });

  it('shows what names of JavaScript and markup are called', () => {
    checkTree(
      `//- /Workflows/Notify.json
${flowText('{ "__proto__": { "connection": { "connectionReferenceLogicalName": "__proto__" }, "api": { "name": "constructor" } } }')}
`,
      `
constructor · 1 reference
  Not bound · in no settings file
    __proto__ · declared nowhere here
      Notify · Fixture
`,
    );
  });
});
