// Runs in the page: measures which text can't be read. Line by line: cut off, out of its box, or over other things.

/** Names each fault; an empty list is what a page should give. */
export function illegible() {
  /** What scrolls sideways on purpose, and what is only for screen readers. */
  const scrolled = '.gallery, .scroll, .sum, .code, pre, textarea';
  const unseen =
    '.unseen, .figure-said, .sprite, .paper, option, noscript, title, script, .toolbar.many [data-tool^="add"] span, ' +
    '[data-present] :is(.masthead h1, .toolbar span, .presented > h2)';
  /** What must hold its text though it doesn't clip it. */
  const boxes =
    'button, .button, .field, .card, .figure-tip, .notice, .loading, .coach, .scene, .masthead, td, th, dd, dt, label, output, p';
  const slack = 1;

  const name = (element) => element.id || [element.localName, ...element.classList].join('.');
  /** Nothing changes meanwhile, and the same boxes are around many lines. */
  const once = (ask) => {
    const known = new Map();
    return (element) => {
      if (!known.has(element)) known.set(element, ask(element));
      return known.get(element);
    };
  };
  const style = once((element) => {
    const { overflow, overflowX, overflowY, display, fontSize } = getComputedStyle(element);
    return { overflow, overflowX, overflowY, display, fontSize };
  });
  const say = (element, text) => `${name(element.closest('[id], [class]') ?? element)} “${text.trim().slice(0, 40)}”`;
  const round = (r) => [r.left, r.top, r.right, r.bottom].map((v) => Math.round(v * 10) / 10).join(' ');
  const parentOf = (element) =>
    element.assignedSlot ??
    element.parentElement ??
    (element.getRootNode() instanceof ShadowRoot ? element.getRootNode().host : null);
  const intersect = (a, b) => ({
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  });
  const empty = (r) => r.right - r.left <= slack || r.bottom - r.top <= slack;
  const inner = once((element) => {
    const box = element.getBoundingClientRect();
    const zoom = element.currentCSSZoom;
    const left = box.left + zoom * element.clientLeft;
    const top = box.top + zoom * element.clientTop;
    return { left, top, right: left + zoom * element.clientWidth, bottom: top + zoom * element.clientHeight };
  });

  const roots = [document, ...[...document.querySelectorAll('*')].flatMap((element) => element.shadowRoot ?? [])];
  const every = (css) => roots.flatMap((root) => [...root.querySelectorAll(css)]);
  const shown = (element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !element.closest(unseen);

  /** Where there is no room for it, a hint wraps out of sight, whole. */
  const reached = (element) => !empty(intersect(element.getBoundingClientRect(), inner(element.parentElement)));

  /** Lines of text; a font's own height says more of the space around letters than of their ink, which is one em at most. */
  function* lines() {
    for (const root of roots) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement;
        if (!node.data.trim() || !element || !shown(element)) continue;
        if (element.matches('.hint') && !reached(element)) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const ink = parseFloat(style(element).fontSize);
        for (const box of range.getClientRects()) {
          if (box.width === 0) continue;
          const most = Math.max(0, (box.height - ink) / 2);
          yield { element, text: node.data, left: box.left, right: box.right, top: box.top + most, bottom: box.bottom - most };
        }
      }
    }
  }

  const faults = [];
  const things = [];
  for (const line of lines()) {
    let seen = line;
    let [x, y] = [true, true];
    for (let box = line.element; box && box !== document.body; box = parentOf(box)) {
      const { overflowX, overflowY, display } = style(box);
      if (display === 'contents') continue;
      const place = inner(box);
      if (overflowX !== 'visible') {
        if (
          x &&
          (overflowX === 'hidden' || overflowX === 'clip') &&
          (line.left < place.left - slack || line.right > place.right + slack)
        )
          faults.push(`cut: ${say(line.element, line.text)} ${round(line)} by ${name(box)} ${round(place)}`);
        if (overflowX === 'auto' || overflowX === 'scroll') x = false;
        seen = intersect(seen, { ...seen, left: place.left, right: place.right });
      }
      if (overflowY !== 'visible') {
        if (
          y &&
          (overflowY === 'hidden' || overflowY === 'clip') &&
          (line.top < place.top - slack || line.bottom > place.bottom + slack)
        )
          faults.push(`cut: ${say(line.element, line.text)} ${round(line)} by ${name(box)} ${round(place)}`);
        if (overflowY === 'auto' || overflowY === 'scroll') y = false;
        seen = intersect(seen, { ...seen, top: place.top, bottom: place.bottom });
      }
      if (x && box.matches(boxes)) {
        const edge = box.getBoundingClientRect();
        const high = y && box.matches('button, .card, .figure-tip, .scene, .masthead');
        if (
          line.left < edge.left - slack ||
          line.right > edge.right + slack ||
          (high && (line.top < edge.top - slack || line.bottom > edge.bottom + slack))
        )
          faults.push(`out: ${say(line.element, line.text)} ${round(line)} of ${name(box)} ${round(edge)}`);
      }
    }
    if (!empty(seen)) things.push({ ...seen, element: line.element, text: line.text });
  }

  for (const element of every(
    'svg.icon, .bar svg, select, input:not([type=range]), button:not(.quiet), .field, .figure-tip, .unit, math, .dot',
  )) {
    if (!shown(element)) continue;
    let seen = element.getBoundingClientRect();
    for (let box = parentOf(element); box && box !== document.body; box = parentOf(box))
      if (style(box).overflow !== 'visible' && style(box).display !== 'contents') seen = intersect(seen, inner(box));
    const holder = element.closest('.card, dialog, .masthead');
    const [own, edge] = [element.getBoundingClientRect(), holder?.getBoundingClientRect()];
    const scrolls = element.closest(scrolled);
    if (edge && !scrolls && (own.left < edge.left || own.right > edge.right))
      faults.push(`out: ${name(element)} ${round(own)} of ${name(holder)} ${round(edge)}`);
    if (!empty(seen))
      things.push({
        left: seen.left,
        top: seen.top,
        right: seen.right,
        bottom: seen.bottom,
        element,
        text: `<${element.localName}>`,
      });
  }

  const within = (a, b) =>
    a === b || a.contains(b) || b.contains(a) || (a.getRootNode() !== b.getRootNode() && (a.shadowRoot || b.shadowRoot));
  /** A phone's dock stays where the page scrolls under it. */
  const apart = (a, b) =>
    a.closest('.dock') !== b.closest('.dock') && getComputedStyle(document.querySelector('.dock')).position === 'fixed';
  things.sort((a, b) => a.top - b.top);
  things.forEach((a, i) => {
    for (const b of things.slice(i + 1)) {
      if (b.top > a.bottom) break;
      if (empty(intersect(a, b)) || within(a.element, b.element) || apart(a.element, b.element)) continue;
      faults.push(`over: ${say(a.element, a.text)} ${round(a)} and ${say(b.element, b.text)} ${round(b)}`);
    }
  });

  const selects = every('select').filter(shown);
  // All copies at once: otherwise each would lay out the entire page again.
  const copies = selects.map((select) => {
    const copy = select.cloneNode(true);
    copy.style.cssText =
      'position: absolute; visibility: hidden; width: max-content; min-width: 0; max-width: none; flex: none; margin: 0';
    select.after(copy);
    return copy;
  });
  selects.forEach((select, i) => {
    const needed = copies[i].getBoundingClientRect().width;
    const { width } = select.getBoundingClientRect();
    if (width < needed - slack) faults.push(`cut: a choice of ${name(select)}: ${width} of ${needed}`);
  });
  for (const copy of copies) copy.remove();
  for (const field of every('input:not([type=range], [type=checkbox])')) {
    if (shown(field) && field.scrollWidth > field.clientWidth + slack)
      faults.push(`cut: ${name(field)} “${field.value}”: ${field.clientWidth} of ${field.scrollWidth}`);
  }
  for (const box of every('*')) {
    if (!(box instanceof HTMLElement) || !shown(box) || box.matches(scrolled)) continue;
    const scrolls = ['auto', 'scroll'].includes(style(box).overflowX);
    if (scrolls && box.scrollWidth > box.clientWidth + slack)
      faults.push(`scrolls: ${name(box)} ${box.scrollWidth} in ${box.clientWidth}`);
  }
  const { scrollWidth } = document.documentElement;
  if (scrollWidth > innerWidth) faults.push(`the page is ${scrollWidth} wide in ${innerWidth}`);
  return [...new Set(faults)];
}
