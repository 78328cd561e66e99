// A post's own script: the table of contents follows what is read, code can be copied, paper has all pictures. Its figures need
// none of it.

import { follow } from './contents';
import { offerCopies } from './copies';

follow(document.querySelector<HTMLElement>('.contents')!);
offerCopies(document.querySelector<HTMLScriptElement>('script[data-copy]')!.dataset as { copy: string; copied: string });
addEventListener('beforeprint', () => {
  for (const picture of document.images) picture.loading = 'eager'; // WebKitGTK prints what is there
});
