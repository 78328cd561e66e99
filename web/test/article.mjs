// A figure in an article of a page of the site, for tests of what figures show.

/** Puts a figure into the article in place of all that is there, and waits until it is live. */
export async function show(page, attributes) {
  await page.evaluate((text) => {
    const article = document.querySelector('article');
    article.innerHTML = `<perceptron-lab id="a" loading="eager" ${text}></perceptron-lab>`;
    globalThis.figure = article.firstChild;
    globalThis.inside = (css) => [...globalThis.figure.shadowRoot.querySelectorAll(css)];
  }, attributes);
  await until(page, 'figure.state === "live"');
}

export const until = (page, holds) => page.waitForFunction(holds);
export const set = (page, name, value) => page.evaluate((n, v) => globalThis.figure.setAttribute(n, v), name, value);
export const views = (page, list) => set(page, 'views', list);
export const textOf = (page, css) => page.evaluate((want) => globalThis.inside(want)[0]?.textContent ?? '', css);
export const waitText = (page, css, pattern) =>
  page.waitForFunction(
    (want, source) => new RegExp(source).test(globalThis.inside(want)[0]?.textContent ?? ''),
    {},
    css,
    pattern,
  );
