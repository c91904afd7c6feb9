// Reads maps with Argdown's own parser: a list of texts in, a list of records out (see argdown.py), as JSON.
// The argument is the folder in which `npm install @argdown/core` was run.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const core = `${process.argv[2]}/node_modules/@argdown/core/dist/index.js`;
const { argdown } = await import(pathToFileURL(core));
const process_ = ["parse-input", "build-model", "build-map", "export-html"];

function textOf(element) {
  const told = element.members.filter((one) => !one.isReference && one.text);
  return told.map((one) => one.text.trimEnd()).join(" | ");
}

function texts(elements) {
  return Object.fromEntries(Object.values(elements).map((one) => [one.title, textOf(one)]));
}

function headings(sections) {
  return sections.flatMap((one) => [one.title, ...headings(one.children)]);
}

function record(input) {
  const read = argdown.run({ input, process: process_, logLevel: "none", throwExceptions: true });
  const relations = read.relations.map((one) => [one.from.title, one.relationType, one.to.title]);
  const statements = Object.values(read.statements);
  return {
    errors: [...read.parserErrors, ...read.lexerErrors].map((one) => one.message),
    html: read.html,
    title: read.frontMatter.title,
    headings: headings(read.sections),
    statements: texts(read.statements),
    arguments: texts(read.arguments),
    relations,
    outOfMap: statements.filter((one) => one.data?.isInMap === false).map((one) => one.title),
  };
}

const inputs = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(inputs.map(record)));
