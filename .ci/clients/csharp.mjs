// Holds the C# example to the generated client as far as that goes without a compiler: it parses, has no cast, and every
// type, member and named argument that it uses exists, either in the client or in the short list of what is .NET's.
import { createRequire } from "node:module";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Language, Parser } from "web-tree-sitter";

const [example, client] = process.argv.slice(2);
const OF_DOTNET = new Set(`Add Any Count ForEach GetEnvironmentVariable GetRequiredService AddLogging SetMinimumLevel Warning
  BuildServiceProvider BaseAddress Headers Location OriginalString ETag Tag Join Parse SequenceEqual Single StatusCode NoContent
  WriteLine ServiceCollection Uri HashSet List Guid InvalidOperationException`.split(/\s+/));
const REFUSED = new Set(["cast_expression", "as_expression"]);

await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(createRequire(import.meta.url).resolve("tree-sitter-c-sharp/tree-sitter-c_sharp.wasm")));

/** Names of types and members, and the parameters of each constructor and method. */
const declared = { names: new Set(), parameters: new Map() };

function* nodes(node) {
  yield node;
  for (const child of node.namedChildren) {
    yield* nodes(child);
  }
}

function declare(file) {
  const tree = parser.parse(readFileSync(file, "utf8"));
  for (const node of nodes(tree.rootNode)) {
    const name = node.childForFieldName("name")?.text;
    if (!name || !/_declaration$|^enum_member/.test(node.type)) {
      continue;
    }
    declared.names.add(name);
    const parameters = node.childForFieldName("parameters");
    if (parameters) {
      const known = declared.parameters.get(name) ?? declared.parameters.set(name, new Set()).get(name);
      parameters.namedChildren.forEach((one) => known.add(one.childForFieldName("name")?.text));
    }
  }
  tree.delete();
}

const needed = /\/(Events|Meetings|Summits)Api\.cs$|\/Model\/|\/Client\/|\/Extensions\//;
readdirSync(client, { recursive: true }).map((file) => join(client, file))
  .filter((file) => file.endsWith(".cs") && needed.test(file)).forEach(declare);

const wrong = [];
let checked = 0;

function mustExist(name, node) {
  checked++;
  if (!declared.names.has(name) && !OF_DOTNET.has(name)) {
    wrong.push(`line ${node.startPosition.row + 1}: ${name} is not in the client`);
  }
}

const root = parser.parse(readFileSync(example, "utf8")).rootNode;
for (const node of nodes(root)) {
  if (node.isError || node.isMissing) {
    wrong.push(`line ${node.startPosition.row + 1}: syntax`);
  } else if (REFUSED.has(node.type) || (node.type === "postfix_unary_expression" && node.text.endsWith("!"))
      || (node.type === "predefined_type" && node.text === "object") || node.text === "dynamic") {
    wrong.push(`line ${node.startPosition.row + 1}: ${node.type} ${node.text}`);
  } else if (node.type === "member_access_expression" || node.type === "member_binding_expression") {
    mustExist(node.childForFieldName("name").text.replace(/<.*/, ""), node);
  } else if (node.type === "object_creation_expression") {
    mustExist(node.childForFieldName("type").text.replace(/<.*/, ""), node);
  }
  if (node.type === "invocation_expression" || node.type === "object_creation_expression") {
    const called = (node.childForFieldName("function") ?? node.childForFieldName("type")).text.replace(/<.*/, "").replace(/.*\./, "");
    for (const argument of node.childForFieldName("arguments")?.namedChildren ?? []) {
      const name = argument.childForFieldName("name")?.text;
      if (name) {
        checked++;
        if (!declared.parameters.get(called)?.has(name)) {
          wrong.push(`line ${argument.startPosition.row + 1}: ${called} has no parameter ${name}`);
        }
      }
    }
  }
}
wrong.forEach((line) => console.error(`${example}: ${line}`));
console.log(`csharp: ${checked} names of the example looked up in the generated client`);
process.exit(wrong.length > 0 || checked === 0 ? 1 : 0);
