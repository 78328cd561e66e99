// Making and changing elements; the document is touched only if something differs.

export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className = '',
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

/** The same with an id, which must be unique in its tree. */
export function named<K extends keyof HTMLElementTagNameMap>(
  name: K,
  id: string,
  className = '',
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = make(name, className, ...children);
  element.id = id;
  return element;
}

const written = new WeakMap<Node, string>();

/** Sets the text of a node if it isn't that already. */
export function write(node: Node, text: string): void {
  if (rewrites(node, text)) node.textContent = text;
}

/** Whether a node has another text than this; from now on it counts as having this one, which the caller puts into it. */
export function rewrites(node: Node, text: string): boolean {
  if (written.get(node) === text) return false;
  written.set(node, text);
  return true;
}

export function setAttribute(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

export function hide(element: HTMLElement, hidden: boolean): void {
  if (element.hidden !== hidden) element.hidden = hidden;
}
