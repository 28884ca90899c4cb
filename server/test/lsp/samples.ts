/** Small solutions for protocol tests: files in one string, put together as a test needs them. */

/** A solution that declares references; each is a logical name and a connector. */
export function solution(root: string, name: string, references: Readonly<Record<string, string>> = {}): string {
  const declarations = Object.entries(references).map(
    ([logicalName, connector]) => `
    <connectionreference connectionreferencelogicalname="${logicalName}">
      <connectionreferencedisplayname>${name} ${connector}</connectionreferencedisplayname>
      <connectorid>/providers/Microsoft.PowerApps/apis/${connector}</connectorid>
      <statecode>0</statecode>
      <statuscode>1</statuscode>
    </connectionreference>`,
  );
  return `
//- ${root}/Other/Solution.xml
<ImportExportXml><SolutionManifest>
  <UniqueName>${name}</UniqueName>
  <Version>1.4.0</Version>
  <Managed>0</Managed>
</SolutionManifest></ImportExportXml>
//- ${root}/Other/Customizations.xml
<ImportExportXml>
  <connectionreferences>${declarations.join('')}
  </connectionreferences>
</ImportExportXml>
`;
}

/** A flow file: a workspace section. */
export function flow(file: string, entries: Readonly<Record<string, string | undefined>>): string {
  return `\n//- ${file}\n${flowText(entries)}`;
}

/** A flow with one step for each key; a key is bound to the reference that is given, or uses a connection directly. */
export function flowText(entries: Readonly<Record<string, string | undefined>>): string {
  const connectionReferences = Object.entries(entries).map(([key, logicalName]): [string, unknown] => [
    key,
    {
      runtimeSource: 'embedded',
      connection: logicalName === undefined ? {} : { connectionReferenceLogicalName: logicalName },
      api: { name: key },
    },
  ]);
  const actions = Object.keys(entries).map((key): [string, unknown] => [
    `Call_${key}`,
    {
      type: 'OpenApiConnection',
      inputs: { host: { connectionName: key, apiId: `/providers/Microsoft.PowerApps/apis/${key}`, operationId: 'Do' } },
    },
  ]);
  const properties = {
    connectionReferences: Object.fromEntries(connectionReferences),
    definition: { triggers: {}, actions: Object.fromEntries(actions) },
  };
  return `${JSON.stringify({ properties, schemaVersion: '1.0.0.0' }, undefined, 2)}\n`;
}
