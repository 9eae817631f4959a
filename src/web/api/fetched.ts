import { watched, whenBack } from "../live/network.ts";

type Came<T> = { readonly value: T } | { readonly fault: unknown };

/**
 * What `load` imports, a part of the program. Where the network is gone it waits for it to be back and
 * asks again. A part that does not come though the server answers, twice (a newer program was
 * installed meanwhile), is a fault: it is thrown, for the page to say.
 */
export async function fetched<T>(load: () => Promise<T>): Promise<T> {
  let came = await cameOf(load());
  for (let isReachable = false; "fault" in came;) {
    if (isReachable) throw came.fault;
    isReachable = await isReached();
    await whenBack();
    await renewStyles();
    came = await cameOf(load());
  }
  return came.value;
}

/** Whether the server answers at all; what is found is how the network is. */
async function isReached(): Promise<boolean> {
  const asked = fetch("/livez", { cache: "no-store" }).then(
    (answer) => answer,
    () => null,
  );
  return (await watched(asked)) !== null;
}

function cameOf<T>(loading: Promise<T>): Promise<Came<T>> {
  return loading.then(
    (value) => ({ value }),
    (fault: unknown) => ({ fault }),
  );
}

// A part asks for its styles once: those that did not come are asked for here.
async function renewStyles(): Promise<void> {
  const links = [...document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")];
  await Promise.all(links.filter(({ sheet }) => sheet === null).map(renew));
}

function renew(link: HTMLLinkElement): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const again = document.createElement("link");
  again.rel = link.rel;
  again.crossOrigin = link.crossOrigin;
  again.href = link.href;
  again.addEventListener("load", () => resolve());
  again.addEventListener("error", () => resolve());
  link.replaceWith(again);
  return promise;
}
