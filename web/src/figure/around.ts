// A figure in a link, a label or a summary of the page: a click on its plane or its buttons is the figure's alone.

export function keepClicks(tree: ShadowRoot, signal: AbortSignal): void {
  tree.addEventListener(
    'click',
    (event) => {
      const target = event.target as Element;
      if (!tree.host.closest('a, label, summary') || !tree.contains(target) || target.closest('a, label, input')) return;
      event.preventDefault();
      // The menu's button would have opened it after the event.
      (target.closest('button')?.popoverTargetElement as HTMLElement | null | undefined)?.togglePopover();
    },
    { signal },
  );
}
