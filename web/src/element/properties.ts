// Properties that reflect attributes, as frameworks set them: figure.preset = 'xor', <perceptron-lab preset={…}>.

/** Text attributes that are properties of the same name. */
export const texts = [
  'preset',
  'src',
  'set',
  'tools',
  'toolbar',
  'zoom',
  'views',
  'loading',
  'poster',
  'theme',
  'lab',
  'alt',
] as const;

/** Defines them on an element's class; null or undefined removes the attribute. */
export function reflect(prototype: HTMLElement): void {
  for (const name of texts) {
    Object.defineProperty(prototype, name, {
      configurable: true,
      enumerable: true,
      get(this: HTMLElement) {
        return this.getAttribute(name);
      },
      set(this: HTMLElement, value: string | null | undefined) {
        if (value === null || value === undefined) this.removeAttribute(name);
        else this.setAttribute(name, value);
      },
    });
  }
}

/** Properties set on an element before its class was defined hide the class's own: sets them again. */
export function takeUp(element: HTMLElement, names: readonly string[]): void {
  const own = element as unknown as Record<string, unknown>;
  for (const name of names) {
    if (!Object.hasOwn(own, name)) continue;
    const value = own[name];
    delete own[name];
    own[name] = value;
  }
}

/** Whether a boolean attribute is on: frameworks write "false" where HTML would leave the attribute out. */
export function isOn(element: HTMLElement, name: string): boolean {
  return element.hasAttribute(name) && element.getAttribute(name) !== 'false';
}
