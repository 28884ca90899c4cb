/** The pictures of the README: each shows one thing that Connref does, in the sample solution. */
import type { Workbench } from './workbench';

export interface Shot {
  /** The name of the picture, before its theme and `.png`. */
  readonly name: string;
  /** Brings the page to what the picture shows. */
  readonly show: (workbench: Workbench) => Promise<void>;
}

export const shots: readonly Shot[] = [
  { name: 'findings', show: findings },
  { name: 'hover', show: hover },
  { name: 'tree', show: tree },
  { name: 'create', show: create },
  { name: 'preview', show: preview },
  { name: 'graph', show: graph },
];

/** A direct connection with its squiggle, and what the light bulb offers for it. */
async function findings(workbench: Workbench): Promise<void> {
  await workbench.openFile('OldNotification');
  const squiggle = await workbench.squiggle('warning');
  await squiggle.click({ force: true });
  await workbench.openLightBulb();
}

/** The card of a connection reference, on its name in a flow. */
async function hover(workbench: Workbench): Promise<void> {
  await workbench.openFile('NotifyNewHire');
  await workbench.hover(workbench.text('contoso_sharedoffice365_1a2b3'), 'connection reference');
}

/** Connector, connection, connection reference, flow and step, and the place in the file that a step leads to. */
async function tree(workbench: Workbench): Promise<void> {
  await workbench.openViewContainer('Connref');
  await workbench.widenSideBar(160);
  await workbench.expand(
    'Office 365 Outlook',
    'Filled in by the pipeline',
    'HR – Outlook – Service',
    'Notify new hire',
  );
  await workbench.treeRow('Send').click();
  await workbench.editorShows('Send');
}

/** The graph of the workspace, with one reference selected. */
async function graph(workbench: Workbench): Promise<void> {
  // Commands are there when the view is.
  await workbench.openViewContainer('Connref');
  await workbench.closeSideBar();
  await workbench.runCommand('Connref: Show Graph of the Workspace');
  await workbench.selectInGraph('HR – Outlook – Service');
}

/** The dialog that creates a connection reference, where it asks for the connection in an environment. */
async function create(workbench: Workbench): Promise<void> {
  await workbench.openFile('OldNotification');
  const squiggle = await workbench.squiggle('warning');
  await squiggle.click({ force: true });
  await workbench.openLightBulb();
  await workbench.takeAction('Create connection reference');
  for (const step of ['1/5', '2/5', '3/5']) await workbench.acceptStep(step);
  await workbench.dialogShows('4/5');
}

/** Two references become one: the changes in all files, before they are made. */
async function preview(workbench: Workbench): Promise<void> {
  await workbench.openFile('NotifyNewHire');
  await workbench.openViewContainer('Connref');
  await workbench.widenSideBar(120);
  await workbench.runCommand('Connref: Merge Connection References');
  await workbench.acceptStep('1/2', 'HR – Teams – Service');
  await workbench.tickInDialog('HR – Teams – Onboarding Bot');
  await workbench.acceptStep('2/2');
  await workbench.pressInMessage('Show Changes');
  await workbench.previewShows('NotifyNewHire');
}
