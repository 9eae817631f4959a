import type { CliWords } from "./cli-words.ts";
import { said } from "./facts.ts";

/** The command line in Spanish. */
export const cliEs: CliWords = {
  usage: `plazo: la mesa de ayuda cuyo programa es su manual publicado

  plazo serve                        Servir las mesas (lo mismo que npm start)
  plazo demo                         Servirlas con personas y tres meses de tickets de ejemplo
  plazo time check ARCHIVO           Comprobar un archivo de casos de tiempo hábil  [--json]
  plazo clock explain                Qué vence, cuándo y por qué
        --policy PACK --filed "2026-11-20 17:00" [--severity S] [--contacted T] [--solved T]
        [--clock RELOJ] [--json] [--lang es|en]
  plazo policy new CARPETA           Empezar el manual de una mesa  [--id I] [--name N] [--name-en N] [--zone Z]
  plazo policy check PACK            Revisar un manual: errores, contradicciones, lecturas adoptadas,
                                     ejemplos  [--strict] [--json]
  plazo policy explain PACK [CLÁUSULA]  Todo lo que hace una cláusula: dónde está, qué promete, qué
                                     niega, qué la prueba  [--json]
  plazo policy diff PACK PACK        Qué cambia de un manual a otro, en palabras  [--json]
  plazo policy test [PACK…]          Vivir los escenarios de los manuales  [--json]
                                     [--mutations]: qué se podría quitar sin que lo noten
  plazo policy simulate PACK         Qué se habría incumplido con un borrador: los tickets de la mesa, o
                                     un año generado  [--year] [--against PACK] [--tickets ARCHIVO] [--json]
  plazo policy publish PACK          Publicar un manual en su mesa, ahora o para después, con motivo
        --reason "…" [--effective "2026-12-01 09:00"]
  plazo policy export MESA           Escribir el manual de una mesa como se publicó  [--version N]
  plazo manual PACK                  El manual que publica, como texto, PDF o página
        [--pdf ARCHIVO] [--html ARCHIVO] [--version N] [--lang es|en]
  plazo policy schema                El esquema JSON del lenguaje, para editores
  plazo desk host list               Los nombres propios de las mesas (ayuda.cliente.example)
        add MESA NOMBRE [--portal P] · remove MESA NOMBRE
  plazo staff list                   Quién trabaja en cada mesa, y como qué
  plazo staff link CORREO            Una liga para quien olvidó su contraseña
  plazo staff reset CORREO           Quitar el segundo paso de quien lo perdió, y cerrar sus sesiones
  plazo staff add MESA CORREO        Una liga para empezar en una mesa  --name NOMBRE --role FUNCIÓN
  plazo cfdi check ARCHIVO           Qué tiene mal una factura (CFDI), o cada una de una carpeta
  plazo mail read ARCHIVO            Qué se entendería de un correo, o de cada archivo de una carpeta, sin
        recibirlo  [--desk MESA] [--dns] [--json]
  plazo mail take ARCHIVO --desk MESA  Recibir un correo, o cada archivo de una carpeta: una sola vez
        [--mailbox DIRECCIÓN] [--form FORMULARIO] [--dns] [--json]
  plazo mail doctor DOMINIO          Qué dice el DNS del correo que sale (SPF, DKIM, DMARC) y cómo remediarlo
        [--desk MESA] [--ip DIRECCIÓN] [--json]
  plazo mail key DOMINIO             Crear la llave que firma su correo, y qué publicar
        [--selector S] [--ed25519] [--remove] [--json]
  plazo mailbox add --desk MESA      Agregar un buzón; la contraseña entra por la entrada estándar
        --address DIRECCIÓN --host SERVIDOR --user USUARIO [--port N] [--tls implicit|starttls|none]
        [--folder F] [--form TIPO] [--move-to F] [--all] [--secret-file ARCHIVO]
        [--auth xoauth2 --client-id I --token-url U] | --smtp
  plazo mailbox list --desk MESA     Los buzones de una mesa y cómo van
  plazo mailbox test --desk MESA DIRECCIÓN  Entrar en uno con lo guardado
  plazo mailbox remove --desk MESA DIRECCIÓN
  plazo register import ARCHIVO --desk MESA  Meter clientes y contactos de un archivo CSV, o decir qué
        cambiaría  [--dry-run]
  plazo export ARCHIVO               Sacar todos los datos a un archivo
  plazo import ARCHIVO               Meterlos en una base vacía
  plazo token create MESA            Crear el token de una integración (--name, --scope …, --days 90)
  plazo token list MESA              Ver los tokens de una mesa
  plazo token revoke MESA ID         Revocar un token de inmediato
  plazo report MESA                  Ver las cifras de una semana (--week 2026-W46, --weeks 1, --json, --csv, --pdf ARCHIVO)
  plazo webhook list MESA            Ver a qué sistemas se avisa (log, try, replay MESA ID)
  plazo secret accept                Tomar el secreto de esta configuración por el de la base, tras cambiarlo
  plazo doctor                       Decir qué está mal y cómo remediarlo
  plazo help

Ajustes, por variables de entorno: PORT, PLAZO_HOST, PLAZO_URL, PLAZO_DATA, PLAZO_DESKS,
PLAZO_POLICIES, PLAZO_ROLE, PLAZO_LOG, PLAZO_MAIL_FROM, PLAZO_MAIL_DOMAINS, DATABASE_URL, SMTP_URL.`,
  unknownCommand: (command) => `No existe la orden «${command}». «plazo help» las enumera.`,
  missingArgument: (name) => `Falta ${inSpanish(name)}.`,
  wrongOption: (message) => `Opción incorrecta: ${message}`,
  setting: (setting, value, code) => `${setting}=${value}: ${settings[code]}`,
  ready: (url) => `Plazo atiende en ${url}`,
  desk: (name, url) => `  ${name}: ${url}`,
  setUp: (link, asked) =>
    `Primera vez: cree la cuenta de administración en\n  ${link}\n(la liga sirve una sola vez${asked ? "; se le pedirá un segundo paso, que PLAZO_SECOND_FACTOR=optional omite en pruebas" : ""})`,
  workspace: (url) => `  Espacio de trabajo: ${url}`,
  mailKept: (url) => `  Sin SMTP_URL el correo no sale: se guarda y se lee en ${url}`,
  workerReady:
    "Plazo trabaja en segundo plano (PLAZO_ROLE=worker): vencimientos y correo, sin páginas.",
  stopping: "Deteniendo…",
  refusals: {
    "data-folder-in-use": (facts) =>
      `La carpeta de datos ${said(facts, "folder")} ya la usa otro Plazo (${said(facts, "by")}). Deténgalo, o elija otra carpeta con PLAZO_DATA.`,
    "data-folder-other-version": (facts) =>
      `La carpeta de datos ${said(facts, "folder")} es de PostgreSQL ${said(facts, "found")} y este Plazo trae ${said(facts, "needed")}. Con el Plazo anterior: «bin/plazo export datos.plazo». Con éste, en otra carpeta (PLAZO_DATA=…): «bin/plazo import datos.plazo».`,
    "data-folder-damaged": (facts) =>
      `La carpeta de datos ${said(facts, "folder")} está incompleta o dañada. Recupérela de su respaldo, o elija otra con PLAZO_DATA.`,
    "data-folder-unwritable": (facts) =>
      `No se puede escribir en ${said(facts, "folder")} (${said(facts, "why")}). Dé permiso a este usuario, o elija otra carpeta con PLAZO_DATA.`,
    "disk-full": (facts) =>
      `El disco de ${said(facts, "folder")} está lleno. Libere espacio y vuelva a iniciar; nada se perdió.`,
    "postgres-missing": (facts) =>
      `Faltan los programas de PostgreSQL para esta máquina (${said(facts, "package")}). Ejecute «npm ci», o use su propio servidor con DATABASE_URL.`,
    "postgres-user-missing": () =>
      "PostgreSQL no se ejecuta como root y no hay un usuario sin privilegios (nobody, postgres o plazo). Cree uno, o inicie Plazo como usuario común.",
    "migration-changed": (facts) =>
      `La migración ${said(facts, "name")} ya se aplicó y su archivo cambió después. Restituya el archivo original.`,
    "migration-missing": (facts) =>
      `La base de datos tiene la migración ${said(facts, "name")}, que aquí no existe. Use la versión de Plazo que la aplicó.`,
    "migration-out-of-order": (facts) =>
      `La migración ${said(facts, "name")} llegó después de otras más nuevas. Renumérela al final.`,
    "database-newer": (facts) =>
      `La base de datos es de un Plazo más nuevo (migración ${said(facts, "found")}; éste conoce hasta la ${said(facts, "known")}). Use esa versión o una posterior.`,
    "database-unreachable": (facts) =>
      `No se alcanza la base de datos: ${said(facts, "why")}. Revise DATABASE_URL y que el servidor esté en marcha.`,
    "database-too-old": (facts) =>
      `El servidor de DATABASE_URL es PostgreSQL ${said(facts, "found")}; hace falta el ${said(facts, "needed")} o posterior.`,
    "secret-other": (facts) =>
      `El secreto de ${said(facts, "from")} no es aquél con el que se inició esta base de datos: las ligas ya enviadas no abrirían nada, y lo que se selló (contraseñas de buzones, segundos factores, llaves) no se podría leer. Dé el PLAZO_SECRET o el secret.key del proceso que la inició. Para cambiar el secreto a propósito, detenga todos los procesos, dé a todos el nuevo y ejecute una vez «plazo secret accept».`,
    "secret-damaged": (facts) =>
      `${said(facts, "file")} no contiene un secreto (64 dígitos hexadecimales). Recupérelo de su respaldo: con otro, las ligas ya enviadas no abrirían nada y lo que se selló no se podría leer. Si no lo tiene, borre el archivo, ejecute «plazo secret accept» y vuelva a iniciar.`,
    "port-in-use": (facts) =>
      `El puerto ${said(facts, "port")} está ocupado. Elija otro, por ejemplo: PORT=${Number(facts["port"]) + 1} npm start`,
    "port-not-allowed": (facts) =>
      `Este usuario no puede abrir el puerto ${said(facts, "port")}. Elija uno mayor que 1023 con PORT.`,
    "address-unknown": (facts) =>
      `Esta máquina no tiene la dirección ${said(facts, "host")}. Revise PLAZO_HOST.`,
    "import-other-format": (facts) =>
      `${said(facts, "path")} es de otro formato (${said(facts, "found")}; aquí se lee ${said(facts, "known")}). Use la versión de Plazo que lo escribió.`,
    "import-damaged": (facts) =>
      `${said(facts, "path")} está incompleto o dañado: no se metió nada.`,
    "import-unreadable": (facts) =>
      `No se puede leer ${said(facts, "path")} (${said(facts, "why")}).`,
    "import-other-migration": (facts) =>
      `El archivo es de la migración ${said(facts, "found")} y esta base está en la ${said(facts, "needed")}. Métalo con la misma versión de Plazo que lo sacó y actualice después.`,
    "import-database-not-empty": (facts) =>
      `La base de datos ya contiene datos (${said(facts, "table")}). Un archivo solo entra en una base vacía: elija otra carpeta con PLAZO_DATA.`,
  },
  noPacks: (folder) => `No hay ningún manual (policy.yaml) en ${folder}.`,
  unknownDesk: (desk, known) =>
    `PLAZO_DESKS nombra «${desk}», que no existe. Hay: ${known.join(", ")}.`,
  deskTwice: (desk, files) =>
    `Hay más de un manual de la mesa «${desk}»: ${files.join(", ")}. Deje uno solo.`,
  brokenPack: (file) => `${file} no se puede servir:`,
  fileAside: (file, number) =>
    `${file} difiere de la versión vigente y no se publicó: la versión ${number} se publicó después. Compárelos en el espacio de trabajo (Manual), o publique el archivo con «plazo policy publish».`,
  published: (desk, number, effective) =>
    `Se publicó la versión ${number} del manual de ${desk}; rige desde ${effective}.`,
  noSource: (number) => `El texto de la versión ${number} no se guardó.`,
  wrongInstant: (text, example) =>
    `«${text}» no es una fecha y hora de la zona de la mesa. Por ejemplo: "${example}".`,
  fault: (message) => `Falla inesperada: ${message}`,
  seeding: (desk) => `Sembrando tres meses de tickets en ${desk}…`,
  seeded: (tickets) => `${tickets} tickets sembrados.`,
  demoUnfinished: (folder) =>
    `La demostración de ${folder} quedó a medias: se detuvo mientras se sembraba. Si en esa carpeta no hay nada suyo, bórrela y vuelva a empezar:\n  rm -rf '${folder}'`,
  transferred: (rows, files) => `${rows} filas y ${files} archivos.`,
  roles: {
    agent: "agente",
    supervisor: "supervisión",
    owner: "dueño de la información",
    "security-officer": "oficial de seguridad",
    "head-of-it": "dirección de TI",
    auditor: "auditoría",
    administrator: "administración",
  },
  entries: "Para entrar, elija a alguien (cada liga sirve una sola vez; otro inicio da otras):",
  entriesOf: (desk) => `  ${desk}`,
  entry: (name, role, link) => `    ${name} (${role}): ${link}`,
};

/** The names of arguments as the usage above has them. */
const inSpanish = (names: string): string =>
  names.replaceAll(/\b[A-Z]{3,}\b/gu, (name) => argumentNames.get(name) ?? name);

const argumentNames = new Map([
  ["FILE", "ARCHIVO"],
  ["DESK", "MESA"],
  ["DOMAIN", "DOMINIO"],
  ["ADDRESS", "DIRECCIÓN"],
  ["HOST", "NOMBRE"],
  ["EMAIL", "CORREO"],
]);

const settings = {
  "not-a-port": "debe ser un puerto, de 0 a 65535.",
  "not-an-address":
    "no es una dirección del tipo que corresponde (http://…, postgres://…, smtp://…).",
  "not-a-site": "debe ser http://… o https://…, sin usuario, «?» ni «#».",
  "not-a-role": "debe ser all, web o worker.",
  "not-domains": "debe ser una lista de dominios separados por comas: mesa.example.com.",
  "not-a-list": "debe ser una lista de mesas separadas por comas.",
  "not-an-issuer": "debe ser https://… (http:// solo en esta misma máquina).",
  "client-missing": "falta: sin él no hay con quién identificarse ante el proveedor.",
  "not-a-proof-of-sign-on": "debe ser ask o provider.",
  "not-yes-or-no": "debe ser yes o no.",
  "not-a-second-factor": "debe ser required u optional.",
  "not-a-level": "debe ser silent, error, warn, info o debug.",
  "not-a-mailbox": "no es una dirección de correo.",
  "not-a-file": "no existe ese archivo",
  "not-hosts": "nombres, direcciones o redes (10.0.0.0/8), con comas, o *",
  "cert-without-key": "PLAZO_SMTP_CERT y PLAZO_SMTP_KEY van juntos",
  "not-a-secret":
    "deben ser 64 dígitos hexadecimales (PLAZO_SECRET) o al menos 16 caracteres sin espacios (PLAZO_METRICS_TOKEN).",
  "worker-without-database":
    "un proceso aparte comparte la base de datos del que sirve las páginas. Dé a los dos la misma DATABASE_URL.",
  "worker-without-secret":
    "las ligas de los correos se forman con el secreto del proceso que sirve las páginas. Dé a los dos el mismo PLAZO_SECRET, o la misma carpeta PLAZO_DATA e inicie primero el que sirve.",
} as const;
