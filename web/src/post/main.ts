// A post's own script: the table of contents follows what is read, and code can be copied. Its figures need none of it.

import { follow } from './contents';
import { offerCopies } from './copies';

follow(document.querySelector<HTMLElement>('.contents')!);
offerCopies(document.querySelector<HTMLScriptElement>('script[data-copy]')!.dataset as { copy: string; copied: string });
