// What the launcher says to whoever starts Plazo, before the program's own words can be read: it runs
// on Node 20, which reads no TypeScript.

/**
 * The language of the person at the terminal: `--lang` where it is said, English where their system
 * speaks it, else Spanish. The command decides alike (`src/cli/language.ts`).
 */
export function languageOf(words, { LC_ALL, LC_MESSAGES, LANG }) {
  const at = words.indexOf("--lang");
  const asked =
    at >= 0 ? words[at + 1] : words.find((word) => word.startsWith("--lang="))?.slice(7);
  if (asked === "en" || asked === "es") return asked;
  return /^en([_.@-]|$)/iu.test(LC_ALL || LC_MESSAGES || LANG || "") ? "en" : "es";
}

const es = {
  nothingToRun: [
    "No hay nada que ejecutar.",
    "Se usa así: node scripts/launch.js <guion> [argumentos]",
  ],
  otherInstalls: "otro inicio está instalando; se le espera.",
  installing: "instalando lo que falta (solo cuando algo cambió; tarda un minuto, más o menos)…",
  stillInstalling: (seconds) => `sigue instalando, van ${seconds} s…`,
  installed: (seconds) => `instalado en ${seconds} s.`,
  npmFailed: (code, root) => [
    `npm ci terminó con ${code}; lo que dijo está arriba.`,
    `Hace falta la red, o que npm tenga los paquetes en su caché. Ejecute «npm ci» en ${root} y vuelva a iniciar.`,
  ],
  noNpm: (code) => [
    `No se pudo ejecutar npm (${code}).`,
    "Instale npm 10 o posterior con Node 20.",
  ],
  noLock: (file) => [
    `Falta ${file}.`,
    "Restitúyalo (git checkout package-lock.json): dice de qué paquetes está hecho Plazo.",
  ],
  cannotWrite: (file, code) => [
    `No se puede escribir ${file} (${code}).`,
    "Inicie una vez como el usuario dueño de la carpeta del proyecto; después puede iniciar cualquiera.",
  ],
  noRuntime: (here, version, oldest) => [
    `No hay Node empaquetado para ${here}, y éste (${version}) es anterior al ${oldest}.`,
    `Instale Node ${oldest} o posterior e inicie con él.`,
  ],
  runtimeMissing: (name, folder, { root, oldest }) => [
    `Falta el Node de Plazo: el paquete ${name} no está en ${folder}.`,
    `Ejecute «npm ci --include=optional» en ${root} (los paquetes opcionales no deben omitirse), o inicie con Node ${oldest} o posterior.`,
  ],
  runtimeOld: (name, version, oldest) => [
    `El Node de Plazo es demasiado antiguo: el paquete ${name} es ${version}, y hace falta el ${oldest} o posterior.`,
    "Borre node_modules en la carpeta del proyecto y vuelva a iniciar.",
  ],
  runtimeDoesNotRun: (runtime, why) => [
    `${runtime} no se puede ejecutar en esta máquina (${why}).`,
    "En Linux necesita glibc. Si no la hay, instale Node 26 o posterior e inicie con él.",
  ],
  otherBuilds: "otro inicio está preparando el espacio de trabajo; se le espera.",
  building: "preparando el espacio de trabajo (solo cuando su código cambió)…",
  notBuilt: (how) => [
    `No se pudo preparar el espacio de trabajo (${how}); lo que dijo Vite está arriba.`,
    "Deshaga el último cambio en src/web, o restituya el proyecto.",
  ],
};

const en = {
  nothingToRun: ["Nothing to run.", "Usage: node scripts/launch.js <script> [arguments]"],
  otherInstalls: "another start is installing; waiting for it.",
  installing: "installing what is missing (only when something changed; a minute or so)…",
  stillInstalling: (seconds) => `still installing, ${seconds} s so far…`,
  installed: (seconds) => `installed in ${seconds} s.`,
  npmFailed: (code, root) => [
    `npm ci ended with ${code}; what it said stands above.`,
    `It needs the network, or the packages in npm's cache. Run "npm ci" in ${root} and start again.`,
  ],
  noNpm: (code) => [`npm could not be run (${code}).`, "Install npm 10 or later with Node 20."],
  noLock: (file) => [
    `${file} is missing.`,
    "Restore it (git checkout package-lock.json): it says which packages Plazo is made of.",
  ],
  cannotWrite: (file, code) => [
    `Cannot write ${file} (${code}).`,
    "Start once as the user who owns the project's folder; afterwards any user can.",
  ],
  noRuntime: (here, version, oldest) => [
    `No Node is packaged for ${here}, and this one (${version}) is older than ${oldest}.`,
    `Install Node ${oldest} or later and start with it.`,
  ],
  runtimeMissing: (name, folder, { root, oldest }) => [
    `Plazo's Node is missing: package ${name} is not in ${folder}.`,
    `Run "npm ci --include=optional" in ${root} (optional packages must not be omitted), or start with Node ${oldest} or later.`,
  ],
  runtimeOld: (name, version, oldest) => [
    `Plazo's Node is too old: package ${name} is ${version}, and Plazo needs ${oldest} or later.`,
    "Remove node_modules in the project's folder and start again.",
  ],
  runtimeDoesNotRun: (runtime, why) => [
    `${runtime} does not run on this machine (${why}).`,
    "It needs glibc on Linux. Otherwise install Node 26 or later and start with that.",
  ],
  otherBuilds: "another start is building the workspace; waiting for it.",
  building: "building the workspace (only when its sources changed)…",
  notBuilt: (how) => [
    `The workspace could not be built (${how}); what Vite said stands above.`,
    "Undo the last change under src/web, or restore the project.",
  ],
};

/** The launcher's words in the language of whoever started this process. */
export const words = { es, en }[languageOf(process.argv.slice(2), process.env)];

/** Says one of them: to standard error, because the output of a command may be read by a program. */
export function say(line) {
  process.stderr.write(`plazo: ${line}\n`);
}
