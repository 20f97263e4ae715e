/** Where a page waits for what is sent after it, and what it waited for where that is nothing. */
const SENT_LATER = /<!--\/?\$\??-->|<template id="B:\d+"><\/template>|<div hidden id="S:\d+"><\/div>/g;

/**
 * An answer without what differs from one request to the next: the id that was asked for, the nonce, and into which
 * pieces, under which numbers and in which order the rows for the browser were sent.
 */
export function sameForAll(body: string, id: string): string {
  const sent = [...body.matchAll(/<script[^>]*>self\.__next_f\.push\((\[.*?\])\)<\/script>/gs)]
    .map(([, piece = '[]']) => String((JSON.parse(piece) as [number, string?])[1] ?? ''))
    .join('');
  const shown = body.replaceAll(/<script[^>]*>.*?<\/script>/gs, '').replaceAll(SENT_LATER, '');
  const rows = rowsOf(Buffer.from(sent)).map((row) =>
    row.replace(/^[0-9a-f]+:/, ':').replaceAll(/\$[LQ@]?[0-9a-f]+/g, '$'),
  );
  return withoutIds([shown, ...new Set(rows.sort())].join('\n'), id);
}

/** A row ends with its line, and one of text after as many bytes as it says. */
function rowsOf(sent: Buffer): string[] {
  const rows: string[] = [];
  for (let at = 0; at < sent.length; ) {
    const [head, length] = /^[0-9a-f]+:T([0-9a-f]+),/.exec(sent.toString('utf8', at, at + 40)) ?? [];
    const lineEnd = sent.indexOf('\n', at);
    const end =
      head !== undefined && length !== undefined
        ? at + head.length + Number.parseInt(length, 16)
        : lineEnd < 0
          ? sent.length
          : lineEnd + 1;
    rows.push(sent.toString('utf8', at, end).trimEnd());
    at = end;
  }
  return rows;
}

function withoutIds(text: string, id: string): string {
  const plain = decodeURIComponent(id);
  const forms = [id, encodeURIComponent(plain), JSON.stringify(plain).slice(1, -1), plain];
  const bare = forms.reduce((rest, form) => rest.replaceAll(form, 'ID'), text);
  return bare.replaceAll(/nonce="[^"]*"|"nonce":"[^"]*"/g, 'nonce');
}
