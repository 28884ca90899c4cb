import assert from 'node:assert/strict';
import { environmentOf, solutionName } from '../../src/project/environment';

describe('the environment of a settings file', () => {
  /** The repository lies at `/home/me/dev/repo`: what stands above it must not count. */
  function checkEnvironment(path: string, expected: string, solutionNames: readonly string[] = ['ContosoHR']): void {
    assert.equal(
      environmentOf(`/home/me/dev/repo/${path}`, solutionNames.map(solutionName), '/home/me/dev/repo'),
      expected,
    );
  }

  const paths: readonly (readonly [path: string, environment: string])[] = [
    // One folder for each environment.
    ['config/Prod/deploymentSettings.json', 'Prod'],
    ['config/Test/deploymentSettings.json', 'Test'],
    ['config/uat/ContosoHR/deploymentSettings.json', 'uat'],
    ['environments/dev/settings.json', 'dev'],
    ['environments/Customer A/settings.json', 'Customer-A'],
    // One file for each.
    ['deployment-settings/prod.json', 'prod'],
    ['settings/test.json', 'test'],
    ['ContosoHR.Prod.deploymentsettings.json', 'Prod'],
    ['ContosoHR_test.json', 'test'],
    ['ContosoHR-uat.json', 'uat'],
    ['deploymentSettings-Prod.json', 'Prod'],
    ['deploymentSettings_dev.json', 'dev'],
    ['deploymentSettingsProd.json', 'Prod'],
    ['prod.deploymentsettings.json', 'prod'],
    ['settings.production.JSON', 'production'],
    ['settings/test2.json', 'test2'],
    ['settings/acceptance.contosohr.json', 'acceptance'],
    ['settings/preprod.json', 'preprod'],
    // The file counts before its folder.
    ['config/test/prod.json', 'prod'],
    // Names that nobody could know.
    ['settings/fabrikam.json', 'fabrikam'],
    ['settings/ContosoHR_fabrikam.json', 'fabrikam'],
    ['settings/customer-a.deploymentsettings.json', 'customer-a'],
    // Nothing tells.
    ['deploymentSettings.json', 'repo'],
    ['settings/deploymentSettings.json', 'deploymentSettings'],
  ];
  for (const [path, environment] of paths) {
    it(`${path}: ${environment}`, () => {
      checkEnvironment(path, environment);
    });
  }

  it("is no part of a solution's name", () => {
    checkEnvironment('settings/prod/TrainingPortal.json', 'prod', ['TrainingPortal', 'Training Portal']);
    checkEnvironment('settings/TrainingPortal.json', 'TrainingPortal', ['TrainingPortal']);
    checkEnvironment('settings/prod/Training Portal.json', 'prod', ['TrainingPortal', 'Training Portal']);
    checkEnvironment('settings/demo.prod.json', 'prod', ['Demo']);
    checkEnvironment('demo/settings/prod.json', 'prod', ['Demo']);
    checkEnvironment('settings/prod.json', 'prod', ['', '(x']);
  });

  it('stays when the solution is named like it', () => {
    checkEnvironment('settings/test.json', 'test', ['test']);
  });

  it('does not come from the folders around the repository', () => {
    checkEnvironment('settings/contosohr.json', 'contosohr');
  });

  it('of a file that belongs to nothing comes from its path all the same', () => {
    assert.equal(environmentOf('/a/prod/deploymentSettings.json', []), 'prod');
    assert.equal(environmentOf('prod.json', []), 'prod');
    assert.equal(environmentOf('.json', []), '.json');
  });
});
