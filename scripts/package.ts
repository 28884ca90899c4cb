/** `npm run package`: builds the product and packages it into `connref.vsix`. */
import { packageExtension } from './shared/extensionPackage';
import { runScript } from './shared/lifetime';

runScript(async (lifetime) => {
  await packageExtension(lifetime, true);
  return 0;
});
