import { afterAll, beforeAll, expect, it } from "vitest";
import { browse } from "../../../test/kit/browse.ts";
import type { Browser } from "../../../test/kit/browse.ts";
import { openTestDesk } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { operationsOf } from "../../contract/api-description.ts";
import type { Description } from "../../contract/api-description.ts";
import { api } from "../api/api.ts";
import { describeApi } from "../api/description/describe-api.ts";
import type { ApiParts } from "../api/session.ts";
import { apiDocsRoutes } from "./api-docs.ts";

let test: TestDesk;
let browser: Browser;
let description: Description;
beforeAll(async () => {
  test = await openTestDesk();
  description = describeApi(api({} as ApiParts), "https://plazo.example.com");
  browser = browse(test, {
    mount: (app) =>
      app.route(
        "/",
        apiDocsRoutes(() => description),
      ),
  });
});
afterAll(() => test.close());

it("documents every operation and every schema, and every link within it leads somewhere", async () => {
  const page = await browser.get("/docs/api?lang=en");
  expect(page.status).toBe(200);
  for (const { operation, path } of operationsOf(description)) {
    expect(page.text).toContain(`id="${operation.operationId}"`);
    expect(page.words).toContain(path);
  }
  const ids = [...page.text.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, to = ""] of page.text.matchAll(/href="#([^"]+)"/gu)) expect(ids).toContain(to);
});

it("asks nothing of anybody else, and has no script of its own in it", async () => {
  const { text } = await browser.get("/docs/api");
  const sources = [...text.matchAll(/(?:src|href)="(?!#)([^"]*)"/gu)].map(([, to]) => to ?? "");
  for (const source of sources) expect(source).toMatch(/^[/?]/u);
  expect(text).not.toMatch(/<script>|onclick|style="/u);
});

it("speaks both languages, and its old address leads to it", async () => {
  expect((await browser.get("/docs/api?lang=es")).words).toContain("Para empezar");
  expect((await browser.get("/docs/api?lang=en")).words).toContain("To begin");
  const moved = await browser.get("/api/v1/docs");
  expect([moved.status, moved.headers.get("location")]).toEqual([302, "/docs/api"]);
});

it("gives the description itself to whoever asks", async () => {
  const { text } = await browser.get("/openapi.json");
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(description)));
});
