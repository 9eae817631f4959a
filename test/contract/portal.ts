import { newestCode, newJar } from "../kit/clients.ts";
import type { Jar } from "../kit/clients.ts";
import { answerOnPage, sendForm } from "./ways.ts";
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
    return sendForm(world, await jarOf(world, asked.address), asked);
  },
  async answer(world, { on }, said) {
    return answerOnPage(world, await jarOf(world, said.address), { ...said, on });
  },
};
