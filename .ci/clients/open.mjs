// A service of the next minor version, as its clients see it: passes all on to the one at the URL given, and adds to every
// object of an answer a member that today's contract does not have. Prints its port.
import { createServer } from "node:http";

const service = process.argv[2];
const PASSED_ON = ["accept", "accept-language", "content-type", "if-match", "if-none-match", "x-api-key"];

function grown(value) {
  if (Array.isArray(value)) {
    return value.map(grown);
  }
  if (value === null || typeof value !== "object") {
    return value;
  }
  const members = Object.entries(value).map(([name, member]) => [name, grown(member)]);
  return { ...Object.fromEntries(members), memberOfTheNextVersion: { words: ["new"] } };
}

const server = createServer(async (request, response) => {
  const body = [];
  for await (const chunk of request) {
    body.push(chunk);
  }
  const headers = Object.fromEntries(PASSED_ON.filter((name) => name in request.headers).map((name) => [name, request.headers[name]]));
  const answer = await fetch(service + request.url, {
    method: request.method,
    headers,
    ...(body.length > 0 && { body: Buffer.concat(body) }),
  });
  const text = await answer.text();
  response.statusCode = answer.status;
  for (const name of ["content-type", "content-language", "etag", "location", "link", "vary"]) {
    if (answer.headers.has(name)) {
      response.setHeader(name, answer.headers.get(name));
    }
  }
  response.end(text && JSON.stringify(grown(JSON.parse(text))));
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
