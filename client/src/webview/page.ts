/** The page of a panel, which holds nothing but its script: the script makes all else. */
import { randomBytes } from 'node:crypto';
import { env, l10n, Uri, type Webview } from 'vscode';

/** What the script and the styles of a page are called. */
export type PageName = 'graph' | 'matrix';

/** The only folder that pages may load from. */
export function pageFolder(extensionUri: Uri): Uri {
  return Uri.joinPath(extensionUri, 'dist', 'webview');
}

export function renderPage(webview: Webview, extensionUri: Uri, name: PageName, title: string): string {
  const uri = (file: string): string =>
    escape(webview.asWebviewUri(Uri.joinPath(pageFolder(extensionUri), file)).toString());
  const nonce = randomBytes(16).toString('base64');
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}; img-src data:`;
  return `<!DOCTYPE html>
<html lang="${escape(env.language)}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${escape(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<link rel="stylesheet" href="${uri(`${name}.css`)}">
</head>
<body data-texts="${escape(JSON.stringify(l10n.bundle ?? {}))}">
<script nonce="${nonce}" src="${uri(`${name}.js`)}"></script>
</body>
</html>
`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
