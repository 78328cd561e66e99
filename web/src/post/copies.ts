// Each block of code has a button that copies it, or selects it where a page may not use the clipboard, such as by http in a
// school.

export function offerCopies({ copy, copied }: { copy: string; copied: string }): void {
  for (const pre of document.querySelectorAll<HTMLElement>('pre:not(.output)')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = copy;
    button.addEventListener('click', async () => {
      const code = pre.querySelector('code')!;
      try {
        await navigator.clipboard.writeText(code.textContent ?? '');
      } catch {
        getSelection()?.selectAllChildren(code);
        return;
      }
      button.textContent = copied;
      button.addEventListener('blur', () => (button.textContent = copy), { once: true });
    });
    const frame = document.createElement('div');
    frame.className = 'code';
    pre.replaceWith(frame);
    frame.append(pre, button);
  }
}
