/**
 * Makes an element hold what the HTML says and leaves alone what says it already: a link that has the focus, words in
 * the search, a history that is open, a bar that is scrolled. The HTML is our own, made by `staticMarkup`.
 */
export function updateMarkup(element: Element, html: string): void {
  const template = document.createElement('template');
  template.innerHTML = html;
  updateChildren(element, template.content);
}

function updateChildren(parent: Element, wanted: ParentNode & Node): void {
  const nodes = [...wanted.childNodes];
  nodes.forEach((node, index) => {
    const present = parent.childNodes[index];
    if (!present) parent.append(node);
    else if (present.isEqualNode(node)) return;
    else if (isSameThing(present, node)) updateElement(present as Element, node as Element);
    else present.replaceWith(node);
  });
  while (parent.childNodes.length > nodes.length) parent.lastChild?.remove();
}

/** Whether one became the other: not so a link that leads elsewhere, or the line of another flag. */
function isSameThing(present: Node, node: Node): boolean {
  return (
    present instanceof Element &&
    node instanceof Element &&
    present.tagName === node.tagName &&
    ['id', 'href', 'data-key'].every((name) => present.getAttribute(name) === node.getAttribute(name))
  );
}

function updateElement(present: Element, wanted: Element): void {
  for (const name of present.getAttributeNames()) {
    // Whether it is open is up to the reader.
    if (!wanted.hasAttribute(name) && name !== 'open') present.removeAttribute(name);
  }
  for (const { name, value } of wanted.attributes) {
    if (present.getAttribute(name) !== value) present.setAttribute(name, value);
  }
  updateChildren(present, wanted);
}
