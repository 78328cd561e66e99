// custom-elements.json, as editors and documentation tools read it: from the JSDoc tags of the element's class, and
// from what it declares.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const ts = createRequire(import.meta.url)('typescript');

/** The manifest of the class that a file of declarations exports, which stands beside the module of the given name. */
export function manifest(declarationsFile, path) {
  const source = ts.createSourceFile('element.d.ts', readFileSync(declarationsFile, 'utf8'), ts.ScriptTarget.ES2022, true);
  const found = source.statements.find(ts.isClassDeclaration);
  const name = found.name.text;
  const tags = tagsOf(found);
  const events = new Map(detailsOf(source));
  const texts = source.statements.find((statement) => ts.isInterfaceDeclaration(statement) && statement.name.text === name);
  const declaration = {
    kind: 'class',
    customElement: true,
    name,
    tagName: tags('tagname')[0].name,
    description: textOf(found),
    superclass: { name: 'HTMLElement' },
    attributes: tags('attr').map(({ name, type, initial, description }) => ({
      name,
      type: { text: type },
      ...(initial && { default: initial }),
      description,
    })),
    members: found.members
      .filter(
        (member) =>
          member.name &&
          !ts.isSetAccessor(member) &&
          !ts.isPrivateIdentifier(member.name) &&
          !member.name.text.endsWith('Callback'),
      )
      .map((member) => memberOf(member, found))
      .concat(
        texts.members.filter(ts.isPropertySignature).map((member) => ({
          kind: 'field',
          name: member.name.text,
          type: { text: member.type.getText() },
          attribute: member.name.text,
          reflects: true,
        })),
      ),
    events: tags('fires').map(({ name, description }) => ({
      name,
      type: { text: `CustomEvent<${events.get(name)}>` },
      description,
    })),
    slots: tags('slot').map(({ description }) => ({ name: '', description })),
    cssParts: tags('csspart').map(({ name, description }) => ({ name, description })),
    cssProperties: tags('cssprop').map(({ name, description }) => ({ name, description })),
  };
  return {
    schemaVersion: '2.1.0',
    modules: [
      {
        kind: 'javascript-module',
        path,
        declarations: [declaration],
        exports: [
          { kind: 'js', name, declaration: { name, module: path } },
          { kind: 'custom-element-definition', name: declaration.tagName, declaration: { name, module: path } },
        ],
      },
    ],
  };
}

/** The JSDoc tags of a kind: '{type} [name=initial] - description'. */
function tagsOf(node) {
  const all = ts.getJSDocTags(node);
  return (kind) =>
    all
      .filter((tag) => tag.tagName.text === kind)
      .map((tag) => {
        const text = tag
          .getText()
          .replace(/[\s*]+$/, '')
          .replace(/\n\s*\* /g, ' ')
          .slice(kind.length + 1)
          .trim();
        const [, type, initialName, initial, plain, description] =
          /^(?:\{([^}]*)\}\s*)?(?:\[([^=\]]+)=([^\]]*)\]|([^\s-][^\s]*|--\S+))?\s*(?:-\s*)?(.*)$/s.exec(text);
        return { type: type ?? 'string', name: initialName ?? plain ?? '', initial, description };
      });
}

const textOf = (node) => ts.getTextOfJSDocComment(node.jsDoc?.at(-1)?.comment) ?? '';

function memberOf(member, owner) {
  const common = { name: member.name.text, ...(textOf(member) && { description: textOf(member) }) };
  if (!ts.isMethodDeclaration(member))
    return {
      kind: 'field',
      ...common,
      type: { text: member.type.getText() },
      ...(hasSetter(owner, member) ? {} : { readonly: true }),
    };
  const parameters = member.parameters.map((p) => ({
    name: p.name.getText(),
    type: { text: p.type.getText() },
    ...(p.questionToken && { optional: true }),
  }));
  return {
    kind: 'method',
    ...common,
    ...(parameters.length > 0 && { parameters }),
    return: { type: { text: member.type.getText() } },
  };
}

/** Each event's name, and the type of its detail. */
function detailsOf(source) {
  const details = source.statements.find(
    (statement) => ts.isInterfaceDeclaration(statement) && statement.name.text === 'PerceptronLabDetails',
  );
  return details.members.map((member) => [member.name.text, member.type.getText().replace(/\s+/g, ' ')]);
}

const hasSetter = (owner, member) =>
  owner.members.some((other) => ts.isSetAccessor(other) && other.name.text === member.name.text);
