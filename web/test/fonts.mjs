// A Chromium that knows only the fonts it is given: Debian's, by a fontconfig file of its own.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch, newProfile, testing } from './browser.mjs';
import { labIn } from './harness.mjs';

/** What fontconfig found out about the fonts, which takes seconds for a folder as large as Noto's. */
const cache = fileURLToPath(new URL('../../.cache/fontconfig', import.meta.url));

/** Where the fonts lie: the Makefile's FONT_PACKAGES. */
const fonts = process.env.FONTS ?? '/usr/share/fonts';

const dejavu = { folders: ['truetype/dejavu'], sans: 'DejaVu Sans', serif: 'DejaVu Serif', mono: 'DejaVu Sans Mono' };
const noto = { folders: ['truetype/noto', 'opentype/noto'], sans: 'Noto Sans', serif: 'Noto Serif', mono: 'Noto Sans Mono' };

/**
 * What readers may have. Only `noto` and `large` can write Korean: with the others it is boxes. `wide` has a typewriter's
 * letters for all text; `large` is a reader's own size of type, 16 px where nothing is said.
 */
export const fontSets = {
  dejavu,
  noto,
  liberation: { folders: ['truetype/liberation'], sans: 'Liberation Sans', serif: 'Liberation Serif', mono: 'Liberation Mono' },
  wide: { ...dejavu, sans: 'DejaVu Sans Mono', serif: 'DejaVu Sans Mono' },
  large: { ...noto, size: 24 },
};

function fontconfig({ folders, sans, serif, mono }) {
  const generic = { 'sans-serif': sans, 'system-ui': sans, serif, math: serif, monospace: mono };
  const rule = ([name, family]) =>
    `<match><test name="family"><string>${name}</string></test>
<edit name="family" mode="assign" binding="strong"><string>${family}</string></edit></match>`;
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.map((folder) => `<dir>${join(fonts, folder)}</dir>`).join('\n')}
<cachedir>${cache}</cachedir>
${Object.entries(generic).map(rule).join('\n')}
<match target="pattern"><edit name="family" mode="append" binding="weak"><string>${sans}</string></edit></match>
</fontconfig>
`;
}

/** A browser that has the fonts of one set, beside a server that is there; close() ends the browser alone. */
export async function openWith(set, server) {
  const profile = await newProfile();
  const file = join(profile, 'fonts.conf');
  await writeFile(file, fontconfig(set));
  const sized = [...testing, `--blink-settings=defaultFontSize=${set.size ?? 16}`];
  return labIn(await launch(profile, { FONTCONFIG_FILE: file }, sized), server);
}
