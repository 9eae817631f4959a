// Offers articles below what is being written. The form does without.
(() => {
  const place = document.getElementById("articulos");
  const form = place?.closest("form");
  if (!form) return;
  const { ask, visit, form: which, lang } = place.dataset;
  const own = () => {
    const body = new URLSearchParams({ visita: visit, formulario: which });
    if (lang) body.set("lang", lang);
    return body;
  };
  let timer;
  let last = "";
  let shown = null;
  const look = async () => {
    const body = own();
    const words = [...form.querySelectorAll("[data-words]")].filter((box) => !box.disabled);
    body.set(
      "palabras",
      words
        .map((box) => box.value)
        .join("\n")
        .slice(0, 4000),
    );
    for (const { name, value } of form.querySelectorAll("input[type=radio]:checked"))
      body.append("respuesta", `${name}=${value}`);
    if (String(body) === last) return;
    last = String(body);
    // Without a network nothing is offered, and the form goes on.
    const found = await fetch(ask, { method: "POST", body }).then(
      (answer) => (answer.ok ? answer.text() : null),
      () => null,
    );
    if (found !== null && found !== shown) place.innerHTML = found;
    shown = found ?? shown;
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, 800);
  });
  addEventListener("click", ({ target }) => {
    const link = target.closest?.("[data-opened]");
    if (link) navigator.sendBeacon(link.dataset.opened, own());
  });
})();
