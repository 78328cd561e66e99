// The table of contents marks the section that is read.

/**
 * Marks the link of the last heading that has passed the upper third of the window; at the page's end, that of the very last
 * heading.
 */
export function follow(contents: HTMLElement): void {
  const list = contents.querySelector('ol')!;
  const links = [...contents.querySelectorAll<HTMLAnchorElement>('a')];
  const headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1)))!);
  let marked: HTMLAnchorElement | null = null;
  const mark = () => {
    const { scrollHeight } = document.documentElement;
    const end = scrollY > 0 && scrollY + innerHeight > scrollHeight - 2;
    const passed = headings.filter((heading) => end || heading.getBoundingClientRect().top < innerHeight / 3);
    const link = links[passed.length - 1] ?? null;
    if (link === marked) return;
    marked?.removeAttribute('aria-current');
    link?.setAttribute('aria-current', 'true');
    if (link) bring(list, link);
    marked = link;
  };
  // A heading comes into sight or leaves it whenever the section may change; between two, the upper one stays.
  const seen = 'IntersectionObserver' in window && new IntersectionObserver(mark, { rootMargin: '0px 0px -66% 0px' });
  for (const heading of headings) if (seen) seen.observe(heading);
  addEventListener('scrollend', mark);
  mark();
}

/** Scrolls a list, and not the page, far enough to show a link in it. */
function bring(list: HTMLElement, link: HTMLElement): void {
  const [box, place] = [list.getBoundingClientRect(), link.getBoundingClientRect()];
  list.scrollBy({
    left: (place.left + place.right - box.left - box.right) / 2,
    top: (place.top + place.bottom - box.top - box.bottom) / 2,
  });
}
