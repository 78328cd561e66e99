// perceptron-lab.d.ts: what the compiler declares of the element and of what its declarations name, in one file.

import { createRequire } from 'node:module';
import { join } from 'node:path';

const ts = createRequire(import.meta.url)('typescript');

const modules = ['figure/protocol', 'figure/state', 'element/events', 'element/perceptron-lab'];

/** The text of the declarations of web/src. Throws where they name anything of another module. */
export function declarations(source) {
  const emitted = {};
  const program = ts.createProgram(
    [
      ...modules.map((name) => join(source, `${name}.ts`)),
      join(source, 'element/css.d.ts'),
      join(source, 'figure/wasm_exec.d.ts'),
    ],
    {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
      types: [],
      strict: true,
      declaration: true,
      emitDeclarationOnly: true,
      skipLibCheck: true,
    },
  );
  program.emit(undefined, (name, text) => (emitted[name] = text), undefined, true);
  const bodies = modules.map((name) => {
    const text = emitted[join(source, `${name}.d.ts`)];
    return text
      .replace(/^import .*;\n/gm, '')
      .replace(/^export \{.*\} from .*;\n/gm, '')
      .replace(/^export \{\};\n/gm, '')
      .replace(/^\/\/ .*\n/gm, '')
      .trim();
  });
  return `// The declarations of the element <perceptron-lab>.\n\n${bodies.join('\n\n')}\n`;
}
