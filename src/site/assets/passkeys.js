// Passkeys: every button that offers one is shown only where the browser can.
const able =
  typeof PublicKeyCredential === "function" &&
  typeof PublicKeyCredential.parseRequestOptionsFromJSON === "function";

const send = async (path, body) => {
  const answer = await fetch(path, {
    method: "POST",
    credentials: "same-origin",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return answer.ok ? answer.json() : null;
};

const use = async (button) => {
  const asked = await send("/app/llave/opciones", {});
  if (asked === null) return null;
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(asked);
  const answer = await navigator.credentials.get({ publicKey });
  return answer && send("/app/llave", { answer: answer.toJSON(), next: button.dataset.next });
};

const add = async (button) => {
  const asked = await send("/app/seguridad/llaves/opciones", {});
  if (asked === null) return null;
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(asked);
  const answer = await navigator.credentials.create({ publicKey });
  const name = document.getElementById(button.dataset.name)?.value.trim() ?? "";
  const { next } = button.dataset;
  return answer && send("/app/seguridad/llaves", { answer: answer.toJSON(), name, next });
};

for (const box of document.querySelectorAll("[data-passkey]")) {
  const button = box.querySelector("button");
  if (!able || button === null) continue;
  box.hidden = false;
  const failed = box.querySelector("[role=alert]");
  button.addEventListener("click", async () => {
    failed.hidden = true;
    button.disabled = true;
    const work = box.dataset.passkey === "add" ? add : use;
    const done = await work(button).catch(() => null);
    button.disabled = false;
    if (done?.to) location.assign(done.to);
    else failed.hidden = false;
  });
}
