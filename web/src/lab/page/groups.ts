// The tabs above the cards. The address says which is open (?group=why), or else the reader's last choice.

import { byId } from '../ui/dom';
import { groups, isShown, type Shown } from '../ui/groups';
import { recall, remember } from '../ui/storage';
import { tabs, tabsMarkup } from '../ui/tabs';
import { writeLook } from './query';
import { reading } from './reading';

const parameter = 'group';
/** Its cards that are open come with the page's own script. */
export const usual: Shown = 'watch';

export const groupsMarkup =
  PRERENDER &&
  tabsMarkup(
    'group',
    'panels',
    [...groups, 'all'].map((group) => [group, '', `${group === usual ? '' : 'data-late="cards" '}data-text="group_${group}"`]),
    usual,
  );

/** The group that the page begins with. */
export const firstGroup = (): Shown => [asked(), recall(parameter)].find(isShown) ?? usual;

const asked = () => new URLSearchParams(location.search).get(parameter);

/** Opens a group. `changed` is called when other cards are shown, or the plane has another place. */
export function groupTabs(group: Shown, changed: () => void): void {
  let chosen = false;
  const read = reading(() => writeLook(parameter, null), changed);
  const list = tabs('groups', (name) => {
    byId('side').dataset.group = name;
    openOne(name);
    if (!chosen) return;
    byId('panels').scrollTop = 0;
    remember(parameter, name);
    read.begin();
    writeLook(parameter, name === usual && !read.on ? null : name);
    changed();
  });
  list.use(group);
  if (isShown(asked())) read.begin();
  chosen = true;
}

/** Makes sure that a group has something to show: if all of its cards are closed, the first opens. */
function openOne(group: string): void {
  const cards = [...byId('panels').querySelectorAll(`:scope > .in-${group}`)];
  const [first] = cards;
  if (first instanceof HTMLDetailsElement && cards.every((card) => card instanceof HTMLDetailsElement && !card.open))
    first.open = true;
}
