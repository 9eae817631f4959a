import { told, under } from "./figure.ts";
import type { Figure } from "./figure.ts";
import { dataFolder, startPlazo } from "./kit/plazo.ts";

const BAR = 20 * 1024;

/** What a browser receives for the form: the page, its style and its script, as they are compressed. */
export async function* figures(): AsyncGenerator<Figure> {
  const data = await dataFolder();
  const plazo = await startPlazo(data.path, { PLAZO_ROLE: "web", PLAZO_LOG: "warn" });
  const page = await received(new URL("/d/hib2b/ayuda", plazo.url));
  const linked = [
    ...page.text.matchAll(/<(?:link|script)[^>]*\s(?:href|src)="(\/assets\/[^"]+)"/gu),
  ];
  const assets = await Promise.all(
    linked.map(([, path = ""]) => received(new URL(path, plazo.url))),
  );
  const all = assets.reduce((sum, { bytes }) => sum + bytes, page.bytes);
  yield told({ figure: "the form's page alone", value: page.bytes, unit: "bytes" });
  yield under(
    { figure: "the form with its style, script and icon", value: all, unit: "bytes" },
    BAR,
  );
  await plazo.stop();
  await data.remove();
}

/** An answer's bytes as they came over the wire, and its text. Throws where it is no 200. */
async function received(url: URL): Promise<{ readonly bytes: number; readonly text: string }> {
  const answer = await fetch(url, { headers: { "accept-encoding": "br" } });
  if (!answer.ok) throw new Error(`${url.pathname}: ${answer.status}`);
  const text = await answer.text();
  const length = answer.headers.get("content-length");
  return { bytes: length === null ? Buffer.byteLength(text) : Number(length), text };
}
