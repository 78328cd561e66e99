// Each block of code has a button that copies it.

export function offerCopies({ copy, copied }: { copy: string; copied: string }): void {
  for (const pre of document.querySelectorAll<HTMLElement>('pre:not(.output)')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = copy;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(pre.querySelector('code')!.textContent ?? '');
      button.textContent = copied;
      button.addEventListener('blur', () => (button.textContent = copy), { once: true });
    });
    const frame = document.createElement('div');
    frame.className = 'code';
    pre.replaceWith(frame);
    frame.append(pre, button);
  }
}
