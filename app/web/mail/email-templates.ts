export type EmailText = { subject: string; greeting: string; before: string; button: string; after: string };

/** An email as plain text: for those who read it so, and for what reads it to them. */
export function plainTextEmail({ greeting, before, after }: EmailText, link: string) {
  return `${greeting}\n\n${before}\n\n${link}\n\n${after}\n`;
}

/** The same drawn: tables and inline styles, which every mail program knows; dark where the program says so; no picture to fetch. */
export function htmlEmail(words: EmailText, link: string) {
  const { subject, greeting, before, button, after } = words;
  const href = escaped(link);
  return `<!DOCTYPE html>
<html lang="en">
${head(subject)}
<body class="ground" style="margin:0;background:#f5f6f8">
<table role="presentation" class="ground" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f5f6f8"><tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:520px">
<tr><td class="head" style="padding:0 4px 16px;${FONT};font-size:18px;font-weight:bold;letter-spacing:-.02em;color:#16181d">Crucible</td></tr>
<tr><td class="sheet" style="padding:32px;border:1px solid #dfe2e7;border-radius:12px;background:#ffffff">
<h1 class="head" style="margin:0 0 16px;${FONT};font-size:24px;line-height:30px;font-weight:bold;letter-spacing:-.02em;color:#16181d">${escaped(subject)}</h1>
${paragraph(greeting)}
${paragraph(before)}
<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 24px"><tr><td class="fill" align="center" style="border-radius:8px;background:#1971c2"><a href="${href}" style="display:inline-block;padding:14px 24px;${FONT};font-size:16px;line-height:20px;font-weight:bold;color:#ffffff;text-decoration:none">${escaped(button)}</a></td></tr></table>
${paragraph(after)}
<p class="meta" style="margin:0;${FONT};font-size:13px;line-height:20px;color:#5c626b;word-break:break-all">If the button doesn’t work, open this link:<br><a href="${href}" style="color:#5c626b">${href}</a></p>
</td></tr>
</table>
</td></tr></table>
</body>
</html>
`;
}

function head(title: string) {
  return `<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(title)}</title>
<style>
:root { color-scheme: light dark; supported-color-schemes: light dark }
@media (max-width: 480px) { .sheet { padding: 24px 20px !important } }
@media (prefers-color-scheme: dark) {
  .ground { background: #1a1b1e !important }
  .sheet { background: #25262b !important; border-color: #373a40 !important }
  .text, .text a { color: #c1c2c5 !important }
  .head { color: #ffffff !important }
  .meta, .meta a { color: #9b9da2 !important }
  .fill { background: #1a76ca !important }
}
</style>
</head>`;
}

const FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

function paragraph(words: string) {
  return `<p class="text" style="margin:0 0 16px;${FONT};font-size:16px;line-height:24px;color:#3d434b;overflow-wrap:anywhere">${escaped(words)}</p>`;
}

function escaped(words: string) {
  return words.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
