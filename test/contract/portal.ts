import { filledIn } from "../kit/browse.ts";
import { newestCode, newJar } from "../kit/clients.ts";
import type { Jar } from "../kit/clients.ts";
import { controlsOf, filledFor, folioIn, pageToken, valuesIn } from "./ways.ts";
import type { Way } from "./ways.ts";
import type { World } from "./world.ts";

/** Whoever is signed in, by world and address: somebody signs in once. */
const signedIn = new WeakMap<World, Map<string, Promise<Jar>>>();

function jarOf(world: World, address: string): Promise<Jar> {
  const jars = signedIn.get(world) ?? new Map<string, Promise<Jar>>();
  signedIn.set(world, jars);
  const jar = jars.get(address) ?? enter(world, address);
  jars.set(address, jar);
  return jar;
}

async function enter({ test, site }: World, address: string): Promise<Jar> {
  const jar = newJar(site);
  const root = `/d/${test.desk}/entrar`;
  await jar.post(root, new URLSearchParams({ correo: address, a: "" }));
  await test.work();
  const codigo = newestCode(test, address);
  const done = await jar.post(`${root}/codigo`, new URLSearchParams({ codigo, a: "" }));
  if (done.headers.get("location") !== `/d/${test.desk}/cuenta`)
    throw new Error(`${address} is not let in: ${done.status} ${done.words}`);
  return jar;
}

/** The form as somebody who is signed in fills it in: they are not asked who they are. */
export const portal: Way = {
  name: "the portal",
  channel: "form",
  tells: "words",
  signsIn: true,
  async send(world, asked) {
    const { test } = world;
    const { form: id, fields, files } = filledFor(world, "form", asked);
    const named = controlsOf(world, fields);
    const { language = "es", portal: owned } = asked;
    const jar = await jarOf(world, asked.address);
    const path = `/d/${test.desk}/ayuda/${id}`;
    const query = new URLSearchParams({
      lang: language,
      ...(owned === undefined ? {} : { portal: owned }),
    });
    const page = await jar.get(`${path}?${query}`);
    const answers = Object.entries(fields)
      .map(([field, value]) => [named(field), value] as const)
      .filter(([control]) => page.text.includes(`name="${control}"`));
    const body = filledIn(
      page,
      Object.fromEntries(answers),
      files.map(([field, file]) => [named(field), file]),
    );
    body.set("_envio", pageToken(asked.key));
    body.set("lang", language);
    if (owned !== undefined) body.set("_portal", owned);
    const sent = await jar.post(path, body);
    if (sent.status !== 303) return { refused: sent.words + valuesIn(sent.text) };
    const to = sent.headers.get("location") ?? "";
    const shown = await jar.get(to);
    return { folio: folioIn(world, shown.words), told: shown.words, on: to.split("?", 1)[0] ?? "" };
  },
  async answer(world, { on }, { address, text, key, desk = world.test.desk }) {
    const jar = await jarOf(world, address);
    const path = on.replace(`/d/${world.test.desk}/`, `/d/${desk}/`);
    const body = new FormData();
    body.append("_envio", pageToken(key));
    body.append("texto", text);
    const sent = await jar.post(`${path}?accion=responder`, body);
    const isKept =
      sent.status === 303 && sent.headers.get("location")?.includes("/entrar") !== true;
    return isKept ? "taken" : { told: `${sent.words}${valuesIn(sent.text)}` };
  },
};
