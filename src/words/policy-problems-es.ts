import type { NamedThing } from "../core/policy/problem.ts";
import type { PackProblemWords } from "./policy-problems.ts";

const things: Readonly<Record<NamedThing, string>> = {
  part: "ninguna parte compartida",
  calendar: "ningún calendario",
  "statutory-table": "ninguna tabla de feriados",
  severity: "ninguna severidad",
  field: "ningún campo de los formularios",
  option: "ninguna opción de ese campo",
  level: "ningún nivel",
  clock: "ningún reloj",
  message: "ningún mensaje",
  channel: "ningún canal",
  kind: "ningún tipo de solicitud",
  ground: "ningún motivo de urgencia",
  role: "ningún rol",
  form: "ningún formulario",
  article: "ningún artículo",
  announcement: "ningún proceso de announcements",
  variable: "ninguna variable de mensajes",
  person: "nadie de este escenario",
  verb: "ningún verbo de los escenarios",
  ticket: "ningún ticket nombrado antes",
};

const types: Readonly<Record<string, string>> = {
  string: "un texto",
  object: "un grupo de claves",
  record: "un grupo de claves",
  array: "una lista",
  number: "un número",
  int: "un número entero",
  boolean: "true o false",
};

/** How many days a length speaks of. */
const daysIn = (text: string): number => Number(/^\d+/u.exec(text)?.[0] ?? 1);
const near = (word: string | null): string => (word === null ? "" : `; ¿quiso decir «${word}»?`);
const list = (words: readonly string[]): string =>
  new Intl.ListFormat("es-MX", { type: "disjunction" }).format(words);
const all = (words: readonly string[]): string => new Intl.ListFormat("es-MX").format(words);

/** Problems of packs in Spanish. */
export const packProblemsEs: PackProblemWords = {
  "too-large": ({ characters, most }) =>
    `el archivo tiene ${characters} caracteres; el máximo es ${most}`,
  "too-deep": ({ most }) => `hay más de ${most} niveles, uno dentro de otro`,
  "yaml-syntax": ({ what }) =>
    `el YAML no se entiende aquí (${what}): revise sangrías, comillas, corchetes y llaves`,
  "yaml-tab": () => "hay un tabulador en la sangría: use espacios",
  "yaml-duplicate-key": ({ key }) => `la clave «${key}» ya está dicha en este grupo`,
  "not-text": () => "aquí hay un carácter que no es de texto: guarde el archivo en UTF-8",
  "yaml-tag": () => "las etiquetas de YAML (!) no son parte del lenguaje: escriba el contenido",
  "yaml-alias": () =>
    "las anclas y los alias de YAML (& y *) no son parte del lenguaje: escriba el contenido",
  "yaml-documents": () => "un archivo contiene un solo manual: quite lo que sigue de «---»",
  "yaml-key": () => "esta clave no es una palabra",
  "not-a-pack": () => "el archivo no es un manual: debe empezar con «plazo: 1» y «desk:»",
  "not-a-scenario": () => "el archivo no es un escenario: debe tener «name:», «clauses:» y «days:»",
  "two-acts": ({ first, second }) =>
    `un paso, un acto: «${first}» y «${second}» son dos; dé al segundo un paso propio`,
  "time-goes-back": ({ time }) => `${time} es anterior al paso de arriba: los días no retroceden`,
  "unknown-key": ({ key, near: word }) => `aquí no se conoce la clave «${key}»${near(word)}`,
  "missing-key": ({ key }) => `falta «${key}»`,
  "wrong-type": ({ expected }) =>
    `aquí va ${list([...new Set(expected.map((type) => types[type] ?? `«${type}»`))])}`,
  "not-one-of": ({ values, near: word }) =>
    `aquí va ${list(values.map((value) => `«${value}»`))}${near(values.length > 1 ? word : null)}`,
  "out-of-range": ({ least, most }) =>
    least === null
      ? `el máximo es ${most}`
      : most === null
        ? `el mínimo es ${least}`
        : `va de ${least} a ${most}`,
  "bad-name": ({ name }) =>
    `«${name}» no puede ser un nombre: use minúsculas sin acento, números y guiones`,
  "bad-shape": ({ like }) =>
    `el texto no tiene la forma esperada${like === null ? "" : `; por ejemplo: ${like}`}`,
  "refers-to-nothing": ({ what, name, near: word, known }) =>
    `«${name}» no es ${things[what]}${near(word)}${known === undefined ? "" : `; hay: ${known.join(", ")}`}`,
  "not-kept-yet": ({ what }) =>
    `«${what}» tiene su lugar en el lenguaje, pero el programa todavía no lo cumple: quítelo para no prometerlo en falso`,
  "promise-without-clause": ({ what }) =>
    `«${what}» promete o rechaza algo: diga qué cláusula cumple (clause) o qué lectura se adoptó (assumed)`,
  "unknown-zone": ({ zone }) =>
    `no existe la zona horaria «${zone}»; por ejemplo: America/Mexico_City`,
  "folio-without-n": ({ folio }) =>
    `el folio «${folio}» debe llevar una vez {n}, el número; por ejemplo: HD-{n}`,
  "impossible-days": ({ days }) =>
    `«${days}» no son días de la semana, o alguno ya está dicho: mon, tue, wed, thu, fri, sat, sun, o de uno a otro (mon-fri)`,
  "impossible-hours": ({ hours }) =>
    `«${hours}» no es un horario: escriba, por ejemplo, 09:00-18:00`,
  "overlapping-hours": ({ hours, with: other }) => `el horario ${hours} se encima con ${other}`,
  "no-such-date": ({ date }) => `no existe la fecha ${date}`,
  "calendar-never-open": ({ calendar }) => `el calendario «${calendar}» nunca abre`,
  "unreadable-length": ({ text }) =>
    `«${text}» no es una duración: 4h, 30min, 2 dates of oficina, 24h elapsed`,
  "unreadable-money": ({ text }) =>
    `No se entiende «${text}» como dinero. Escriba el importe y su moneda en tres letras: 40 USD.`,
  "passes-in-vain": () =>
    "breach: false quita el incumplimiento y este reloj no tiene then: no serviría de nada. Diga qué sigue (then), o quite breach.",
  "bare-day": ({ text }) =>
    `«${text}» no dice qué es un día: escriba ${daysIn(text) * 24}h elapsed, ${daysIn(text)} dates of oficina, o cuántas horas tiene el día (day: 8h) en el calendario`,
  "dates-without-calendar": ({ text }) =>
    `«${text}» cuenta fechas hábiles: diga de qué calendario (${text} of oficina)`,
  "no-length": ({ text }) => `«${text}» es una duración de cero`,
  "mixed-units": ({ target, limit }) =>
    `${target} y ${limit} no se pueden comparar: use la misma unidad en los dos`,
  "target-beyond-limit": ({ target, limit }) =>
    `la meta (${target}) está más allá del límite (${limit})`,
  "warning-beyond-promise": ({ warning }) =>
    `el aviso (${warning} antes) es tan largo como el plazo, o más`,
  "limit-never-open": ({ calendar }) =>
    `el calendario «${calendar}» solo abre en fechas sueltas: este plazo no siempre podría cumplirse`,
  "from-equals-to": ({ mark }) => `el reloj empieza y termina con lo mismo («${mark}»)`,
  "clock-never-runs": ({ mark }) => `con «${mark}» aquí, el reloj nunca corre`,
  "clock-when-by-hours": () =>
    "que un reloj exista no puede depender de la hora en que se mira: para contar solo en un horario, diga «on»",
  "clock-when-changes": () =>
    "que un reloj exista no puede depender de lo que cambia en la vida de un ticket: solo de los campos del formulario, del tipo y del canal; para un plazo por severidad, dígalo en «within»",
  "within-and-every": () => "un reloj tiene un plazo (within) o un ritmo (every), no los dos",
  "rhythm-without-end": () =>
    "el último paso del ritmo no lleva «until»: es el que sigue para siempre",
  "closes-against-desk": () =>
    "un reloj que cierra el ticket corre contra el cliente, no contra la mesa",
  "silence-from-the-start": () =>
    "un reloj que cierra el ticket solo puede empezar con algo que la mesa dijo o preguntó (told, asked, solved)",
  "no-promise": () => "el manual no promete nada: falta un reloj a cargo de la mesa",
  "severity-without-promise": ({ severities }) =>
    `falta el plazo de ${all(severities)} (o «else» para las demás)`,
  "severity-without-level": ({ severity }) => `ningún nivel atiende la severidad «${severity}»`,
  "promise-against-gravity": ({ graver, lighter }) =>
    `«${graver}» es más grave que «${lighter}» y se promete para después`,
  "no-severity": () => "falta al menos una severidad",
  "reserved-name": ({ name }) => `«${name}» es una palabra del lenguaje: use otro nombre`,
  "choice-without-options": ({ field }) => `«${field}» es de opciones y no tiene ninguna (options)`,
  "not-for-this-kind": ({ key, kind }) => `«${key}» no es para un campo de tipo «${kind}»`,
  "form-without-contact": ({ form }) =>
    `el formulario «${form}» no pide a dónde responder: falta un campo contact-email o telephone`,
  "waits-for-required": ({ field }) =>
    `el campo «${field}» es obligatorio, así que nada se registra sin él: quite «required» o no lo espere`,
  "asks-itself": ({ field }) => `una opción de «${field}» no puede pedir el mismo campo`,
  "condition-on-free-text": ({ field }) =>
    `«${field}» no es un campo de opciones: no sirve para una condición`,
  "empty-condition": () => "la condición está vacía",
  "rule-without-severity": () => "cada regla es { when, severity }, y la última { else }",
  "without-else": () => "falta el último caso (else), el que vale cuando ningún otro",
  unreachable: () => "a esto nunca se llega: lo anterior ya vale siempre",
  "levels-in-a-circle": ({ levels }) =>
    `la respuesta nunca llega al cliente: ${levels.join(" → ")} → ${levels[0] ?? ""}`,
  "message-does-not-say": ({ message, variable, language }) =>
    `el mensaje «${message}» (${language}) debe decirlo y no contiene {${variable}}`,
  "always-and-during": () =>
    "el canal se atiende siempre (always) o en un horario (during), no los dos",
  "impossible-time": ({ time }) =>
    `«${time}» no es una fecha y hora: escriba, por ejemplo, 2026-11-20 17:00`,
  "example-needs-severity": ({ clock }) =>
    `el plazo de «${clock}» depende de la severidad: diga cuál (severity)`,
  "example-of-rhythm": ({ clock }) => `«${clock}» es un ritmo: los ejemplos son de plazos`,
  "tracker-never-updates": () =>
    "el resumen ha de decir qué se actualizó, y nada de lo que se lista cambia después de registrar el ticket: liste severity, state, level, assignee o closed, o diga solo added",
  "account-without": ({ kinds }) =>
    `una cuenta no puede abrirse sin estos campos, obligatorios: ${all(kinds)}`,
  "article-twice": ({ id }) => `el artículo «${id}» ya está en la lista`,
  "article-without-text": ({ id }) =>
    `falta el texto del artículo: escríbalo en articles/${id}.es.md, junto al manual`,
  "turn-without-end": () =>
    "lo que se dice por turnos termina con «mail»: así se avisa también a quien nunca estuvo",
  "example-ends-first": () => "el ejemplo vence antes de empezar",
};
