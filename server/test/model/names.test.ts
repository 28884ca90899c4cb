import assert from 'node:assert/strict';
import { describeConnector } from '../../src/model/connectors';
import { baseName, connectorName, foldGuid, isToken, parentFolder, stepTitle } from '../../src/model/names';

describe('connectors', () => {
  function checkConnector(name: string, title: string, tier?: 'Standard' | 'Premium'): void {
    assert.deepEqual(describeConnector(name), { name, title, ...(tier && { tier }) });
  }

  it('of Microsoft have their friendly names and tiers', () => {
    checkConnector('shared_office365', 'Office 365 Outlook', 'Standard');
    checkConnector('shared_commondataserviceforapps', 'Microsoft Dataverse', 'Premium');
    checkConnector('Shared_SharePointOnline', 'SharePoint', 'Standard');
    checkConnector('shared_sql', 'SQL Server', 'Premium');
  });

  it('of the first and the last line of the catalogue are found', () => {
    checkConnector('shared_10to8', '10to8 Appointment Scheduling', 'Standard');
    checkConnector('shared_zvanuparvaldnieks', 'Zvanu Parvaldnieks', 'Premium');
  });

  it('that nobody knows are named after their id', () => {
    checkConnector('shared_contosoapi', 'contosoapi');
    checkConnector('contosoapi', 'contosoapi');
  });

  it('made by somebody have readable names', () => {
    checkConnector('shared_admin-5foffice-20365-5f7fc9343cf45734fe', 'admin_office 365');
    checkConnector('shared_new-5fmy-2dconnector-5F0123456789ABCDEF', 'new_my-connector');
  });

  it('keep what only looks like an escape', () => {
    checkConnector('shared_my-adapter', 'my-adapter');
    checkConnector('shared_a-0ab', 'a-0ab');
    checkConnector('shared_', 'shared_');
  });

  it('are the last part of their ids', () => {
    assert.equal(connectorName('/providers/Microsoft.PowerApps/apis/shared_x'), 'shared_x');
    assert.equal(connectorName('/providers/microsoft.powerapps/APIS/shared_x/connections/1'), 'shared_x');
    assert.equal(connectorName('/subscriptions/1/managedApis/shared_x'), 'shared_x');
    assert.equal(connectorName('shared_x'), 'shared_x');
    assert.equal(connectorName(''), undefined);
    assert.equal(connectorName('/providers/Microsoft.PowerApps/apis/'), undefined);
  });
});

describe('tokens of pipelines', () => {
  for (const token of ['#{name}#', '#NAME#', '%NAME%', '@@name@@', '{{ name }}', '$(Name)', '${NAME}', ' #{a.b}# ']) {
    it(`${token} is one`, () => {
      assert.ok(isToken(token));
    });
  }

  for (const id of [
    '',
    ' ',
    '0fae',
    'shared-teams-1b2c',
    '##',
    '%%',
    '/providers/Microsoft.PowerApps/apis/shared_x/connections/1',
    'a$(b)',
  ]) {
    it(`'${id}' is none`, () => {
      assert.ok(!isToken(id));
    });
  }
});

describe('names', () => {
  it('of GUIDs, files and steps', () => {
    assert.equal(foldGuid('{0EF8C509-91AA-4BBE-A80E-0988A0B6613D}'), '0ef8c509-91aa-4bbe-a80e-0988a0b6613d');
    assert.deepEqual(['/a/b.json', 'b.json', '/b', ''].map(baseName), ['b.json', 'b.json', 'b', '']);
    assert.deepEqual(['/a/b.json', 'b.json', '/b', ''].map(parentFolder), ['/a', '', '', '']);
    assert.equal(stepTitle('Send_an_email_(V2)'), 'Send an email (V2)');
  });
});
