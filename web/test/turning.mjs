// README's picture of the line turning, docs/turning.svg: the post's points learned from other first weights, made of what
// `perceptron export -format svg` prints after some steps. It moves by CSS alone, and rests at its end for readers who ask for
// less motion.

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../..', import.meta.url));
export const scene = JSON.stringify({ model: { manual_seed: 0 } });
const frames = 24;
const seconds = 10;
const turned = 70; // from so many percent of the time on, the line rests
const gone = 97; // here the field has faded away, and comes back as it was at first
const view = { x: -220, y: 0, width: 1240, height: 902 };

/** The picture, as text. */
export function turning() {
  // Quadratic: the line turns most at the beginning.
  const shots = Array.from({ length: frames + 1 }, (_, i) => shot(Math.max(1, Math.round(1000 * (i / frames) ** 2))));
  const [cx, cy] = shots[0].centre;
  let turn = shots[0].angle;
  const transforms = shots.map(({ x, y, angle, length }) => {
    turn = angle + 2 * Math.PI * Math.round((turn - angle) / (2 * Math.PI)); // the shorter way round
    const offset = (x - cx) * Math.cos(angle) + (y - cy) * Math.sin(angle);
    return `rotate(${number((turn * 180) / Math.PI)}deg) translate(${number(offset)}px) scaleX(${number(length / gradient)})`;
  });
  const percent = (i) => number((turned * i) / frames);
  const labels = shots.map(({ heading }, i) => {
    const delay = number((seconds * turned * i) / frames / 100 - seconds);
    return `<text x="${view.x + 28}" y="56" style="animation-delay:${delay}s">${heading}</text>`;
  });
  const { tint, marks } = shots.at(-1);
  const box = `${view.x} ${view.y} ${view.width} ${view.height}`;
  const size = `width="${view.width / 2}" height="${view.height / 2}"`;
  const letters = 'font: 600 34px system-ui, sans-serif; fill: #1b2130';
  const halo = 'stroke: #fff; stroke-opacity: .8; stroke-width: 5px; stroke-linejoin: round; paint-order: stroke';
  const turns = transforms.map((transform, i) => `${percent(i)}% { transform: ${transform}; }`).join(' ');
  const half = gradient / 2;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" ${size} role="img">
<title>A red line turns, epoch by epoch, until it separates blue circles from orange squares</title>
<style>
.field { transform: ${transforms.at(-1)}; animation: turn ${seconds}s linear infinite, fade ${seconds}s linear infinite; }
text { ${letters}; ${halo}; visibility: hidden; animation: tell ${seconds}s step-end infinite; }
text:last-of-type { visibility: visible; animation-name: rest; }
@keyframes turn { ${turns} ${gone}% { transform: ${transforms.at(-1)}; } ${gone}.01%, 100% { transform: ${transforms[0]}; } }
@keyframes fade { 0%, ${2 * gone - 100}% { opacity: 1; } ${gone}% { opacity: 0; } 100% { opacity: 1; } }
@keyframes tell { 0% { visibility: visible; } ${percent(1)}%, 100% { visibility: hidden; } }
@keyframes rest { 0% { visibility: visible; } ${100 - turned}%, 100% { visibility: hidden; } }
@media (prefers-reduced-motion: reduce) { .field, text { animation: none; } }
</style>
<linearGradient id="field" gradientUnits="userSpaceOnUse" x1="${-half}" y1="0" x2="${half}" y2="0">${tint}</linearGradient>
<rect x="${view.x}" y="${view.y}" width="${view.width}" height="${view.height}" fill="#fbfbf8"/>
<g transform="translate(${number(cx)} ${number(cy)})"><g class="field">
<rect x="-9000" y="-9000" width="18000" height="18000" fill="url(#field)"/>
<path d="M0 -9000V9000" stroke="#d62728" stroke-width="3.5" vector-effect="non-scaling-stroke"/>
</g></g>
${marks.join('\n')}
${labels.join('\n')}
</svg>
`;
}

/** The gradient's length here; a frame's own is a scale of it. */
const gradient = 2000;

/** What the figure shows after some steps: where its field's gradient lies, and what does not move. */
function shot(step) {
  const svg = execFileSync(`${project}.cache/perceptron`, ['export', '-format', 'svg', '-scene', '-', '-step', String(step)], {
    input: scene,
    encoding: 'utf8',
  });
  const ends = /<linearGradient [^>]*x1="(\S+)" y1="(\S+)" x2="(\S+)" y2="(\S+)">(.*?)<\/linearGradient>/.exec(svg);
  const [x1, y1, x2, y2] = ends.slice(1, 5).map(Number);
  const [, width, height] = /viewBox="0 0 (\S+) ([^"]+)"/.exec(svg);
  return {
    x: (x1 + x2) / 2,
    y: (y1 + y2) / 2,
    angle: Math.atan2(y2 - y1, x2 - x1),
    length: Math.hypot(x2 - x1, y2 - y1),
    centre: [width / 2, height / 2],
    tint: ends[5],
    marks: svg.match(/<g stroke=[^>]*stroke-linecap.*?<\/g>/g).map(larger),
    heading: /font-weight="600">([^<]*)/.exec(svg)[1],
  };
}

/** A class's marks, that grow with the picture, 1.7 times as wide. */
function larger(marks) {
  return marks
    .replaceAll(/ vector-effect="[^"]*"/g, '')
    .replace(/stroke-width="([^"]*)"/, (_, width) => `stroke-width="${number(width * 1.7)}"`);
}

function number(value) {
  return String(Number(Number(value).toFixed(3)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(`${project}docs/turning.svg`, turning());
