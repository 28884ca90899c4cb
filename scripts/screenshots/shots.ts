/** The pictures of the README and of docs/screenshots.md: each shows one thing that Connref does, in the sample. */
import { packTravel } from './archive';
import type { Part, Workbench } from './workbench';

export interface Shot {
  /** The name of the picture, before `-light.png` and `-dark.png`. */
  readonly name: string;
  /** The size of the window, in points. */
  readonly size: readonly [width: number, height: number];
  /** The parts of the window that the picture shows; all of it when none is named. */
  readonly parts?: readonly Part[];
  /** Changes the copy of the sample before it is opened, and gives what is opened instead of it. */
  readonly prepare?: (folder: string) => Promise<string>;
  /** Brings the page to what the picture shows. */
  readonly show: (workbench: Workbench) => Promise<void>;
}

export const shots: readonly Shot[] = [
  { name: 'findings', size: [1100, 780], parts: ['editor', 'panel'], show: findings },
  { name: 'hover', size: [1000, 520], parts: ['editor'], show: hover },
  { name: 'tree', size: [1100, 640], parts: ['sideBar', 'editor'], show: tree },
  { name: 'tree-environment', size: [640, 440], parts: ['sideBar'], show: treeByEnvironment },
  { name: 'create', size: [900, 500], parts: ['editor'], show: create },
  { name: 'preview', size: [1100, 900], parts: ['editor', 'panel'], show: preview },
  { name: 'graph', size: [1200, 860], parts: ['editor'], show: graph },
  { name: 'matrix', size: [1200, 700], parts: ['editor'], show: matrix },
  { name: 'colours', size: [1100, 560], parts: ['editor'], show: colours },
  { name: 'lenses', size: [1000, 520], parts: ['editor'], show: lenses },
  { name: 'completion', size: [1100, 560], parts: ['editor'], show: completion },
  { name: 'references', size: [1100, 600], parts: ['editor'], show: references },
  { name: 'calls', size: [1000, 480], parts: ['editor'], show: calls },
  { name: 'needs', size: [1300, 680], parts: ['editor'], show: needs },
  { name: 'order', size: [900, 480], parts: ['editor'], show: order },
  { name: 'archive', size: [1200, 760], parts: ['sideBar', 'editor', 'panel'], prepare: packTravel, show: archive },
  { name: 'configuration', size: [900, 520], parts: ['editor'], show: configuration },
  { name: 'walkthrough', size: [1100, 640], parts: ['editor'], show: walkthrough },
];

/** A direct connection with its squiggle, what the light bulb offers for it, and the findings of the workspace. */
async function findings(workbench: Workbench): Promise<void> {
  await workbench.sideBar.hide();
  await workbench.runCommand('View: Toggle Problems');
  await workbench.panels.panelShows('Birthday');
  await workbench.editor.open('OldNotification');
  await workbench.editor.clickSquiggle('warning');
  await workbench.editor.openLightBulb();
}

/** The card of a connection reference, on its name in a flow. */
async function hover({ sideBar, editor }: Workbench): Promise<void> {
  await sideBar.hide();
  await editor.open('NotifyNewHire');
  await editor.hover(editor.text('contoso_sharedoffice365_1a2b3'), 'connection reference');
}

/** Connector, connection, connection reference, flow and step, and the place in the file that a step leads to. */
async function tree({ sideBar, editor }: Workbench): Promise<void> {
  await sideBar.show('Connref');
  await sideBar.widen(160);
  await sideBar.expand('Office 365 Outlook', 'Filled in by the pipeline', 'HR – Outlook – Service', 'Notify new hire');
  await sideBar.row('Send').click();
  await editor.shows('HR – Outlook – Service');
  await editor.colours('shared_office365');
}

async function treeByEnvironment(workbench: Workbench): Promise<void> {
  await workbench.sideBar.show('Connref');
  await workbench.sideBar.widen(300);
  await workbench.runCommand('Connref: Group Tree by Environment');
  await workbench.sideBar.expand('prod', 'Office 365 Outlook');
}

/** The dialog that creates a connection reference, where it asks for the connection in an environment. */
async function create({ sideBar, editor, dialogs }: Workbench): Promise<void> {
  await sideBar.hide();
  await editor.open('OldNotification');
  await editor.clickSquiggle('warning');
  await editor.openLightBulb();
  await editor.takeAction('Create connection reference');
  for (const step of ['1/5', '2/5', '3/5']) await dialogs.accept(step);
  await dialogs.shows('4/5');
}

/** Two references become one: the changes in all files, before they are made. */
async function preview(workbench: Workbench): Promise<void> {
  const { sideBar, editor, dialogs, panels } = workbench;
  await sideBar.hide();
  await editor.open('NotifyNewHire');
  await workbench.runCommand('Connref: Merge Connection References');
  await dialogs.accept('1/2', 'HR – Teams – Service');
  await dialogs.shows('2/2');
  await dialogs.tick('HR – Teams – Onboarding Bot');
  await dialogs.accept('2/2');
  await dialogs.press('Show Changes');
  await panels.previewShows('NotifyNewHire');
  await panels.explainPreview('Customizations.xml');
}

/** The graph of the workspace, with one reference selected. */
async function graph(workbench: Workbench): Promise<void> {
  await workbench.sideBar.hide();
  await workbench.runCommand('Connref: Show Graph of the Workspace');
  await workbench.panels.selectInGraph('HR – Outlook – Service');
}

async function matrix(workbench: Workbench): Promise<void> {
  await workbench.sideBar.hide();
  await workbench.runCommand('Connref: Show Environment Matrix');
  await workbench.panels.shows('HR – Outlook – Service');
}

/** Expressions and connection keys, coloured; display names beside keys. */
async function colours({ sideBar, editor }: Workbench): Promise<void> {
  await sideBar.hide();
  await editor.open('NotifyNewHire', 155);
  await editor.shows('HR – Outlook – Service');
  await editor.colours('shared_office365');
}

/** What uses each declared reference, and where nothing is bound. */
async function lenses({ sideBar, editor }: Workbench): Promise<void> {
  await sideBar.hide();
  await editor.open('ContosoHR/src/Other/Customizations.xml', 40);
  await editor.shows('Used by 4 flows (6 steps)');
}

/** The connection references that fit the connector of an entry. */
async function completion(workbench: Workbench): Promise<void> {
  const { sideBar, editor } = workbench;
  await sideBar.hide();
  await editor.open('NotifyNewHire', 25);
  await editor.click(editor.text('contoso_sharedteams_92c4d'));
  await editor.complete('contoso_sharedteams_92c4d');
}

/** All places of a connection reference: flows, declaration, settings. */
async function references(workbench: Workbench): Promise<void> {
  const { sideBar, editor } = workbench;
  await sideBar.hide();
  await editor.open('NotifyNewHire');
  await editor.click(editor.text('contoso_sharedoffice365_1a2b3'));
  await workbench.press('Shift+F12');
  await editor.peekShows('prod.json');
}

/** Which flows call a child flow. */
async function calls(workbench: Workbench): Promise<void> {
  const { sideBar, editor } = workbench;
  await sideBar.hide();
  await editor.open('LogAutomationEvent');
  await workbench.runCommand('Peek Call Hierarchy');
  await editor.peekShows('Notify new hire');
}

/** A solution as it comes out of an environment, in its archive: the tree, a finding in it, and all that are. */
async function archive(workbench: Workbench): Promise<void> {
  const { sideBar, editor, panels } = workbench;
  await workbench.runCommand('View: Toggle Problems');
  await panels.followInPanel('undeclared-connection-reference');
  await editor.shows('connectionReferences');
  await sideBar.show('Connref');
  await sideBar.widen(120);
  await sideBar.row('SharePoint').waitFor();
}

/** What whoever turns a flow on must own or be given. */
async function needs(workbench: Workbench): Promise<void> {
  await workbench.sideBar.hide();
  await workbench.editor.open('NotifyNewHire');
  await workbench.runCommand('Connref: Show What This Flow Needs', 'prod');
  await workbench.panels.shows('Notify new hire');
}

async function order(workbench: Workbench): Promise<void> {
  await workbench.sideBar.hide();
  await workbench.editor.open('ContosoTravel/solution.xml');
  await workbench.runCommand('Connref: Show Order of Imports');
  await workbench.panels.shows('ContosoTravel');
}

/** A first configuration, and the rules that it can name. */
async function configuration(workbench: Workbench): Promise<void> {
  const { sideBar, editor } = workbench;
  await sideBar.hide();
  await workbench.runCommand('Connref: Create Configuration');
  await editor.shows('"rules"');
  await editor.goTo(4);
  await workbench.press('End', 'Enter');
  await editor.complete('child-flow-not-in-solution');
}

async function walkthrough(workbench: Workbench): Promise<void> {
  await workbench.sideBar.hide();
  await workbench.runCommand('Welcome: Open Walkthrough', 'Get Started with Connref');
  await workbench.panels.walkthroughShows('Gate');
}
