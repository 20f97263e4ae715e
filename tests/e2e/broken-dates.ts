/** Runs in a page: the texts with a date of which a part stands in the next line. */
export function brokenDates(): string[] {
  const broken: string[] = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode as Text;
    for (const date of node.data.matchAll(/\d\d-[A-Z][a-z]{2}-\d{4}/g)) {
      const range = document.createRange();
      range.setStart(node, date.index);
      range.setEnd(node, date.index + date[0].length);
      const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
      if (tops.size > 1) broken.push(node.data);
    }
  }
  return broken;
}
