// Style sheets that scripts bring with them.

const sheets = new Map<string, CSSStyleSheet>();

/** A style sheet is made once for the page, and adopted once by each of its trees; those of other documents can't have it. */
export function adopt(root: Document | ShadowRoot, css: string): void {
  if (root !== document && root.ownerDocument !== document) return;
  let sheet = sheets.get(css);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.set(css, sheet);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
