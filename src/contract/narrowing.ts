import { z } from "zod";

/** Working states by which a list narrows: some of them, after one another ("unattended,working"). */
const someProgress = z
  .string()
  .regex(
    /^(?:unattended|working|routed|close-the-loop|waiting-for-client|waiting-for-authorisation|waiting-for-third-party|scheduled|solved)(?:,(?:unattended|working|routed|close-the-loop|waiting-for-client|waiting-for-authorisation|waiting-for-third-party|scheduled|solved)){0,8}$/,
  )
  .meta({ description: "Working states, separated by commas" });

const id = z.string().min(1).max(80);

/** What a list of the queue narrows by, as its address says it: a saved view keeps the same. */
export const narrowing = {
  level: z.string().min(1).max(60).optional(),
  severity: z.string().min(1).max(60).optional(),
  progress: someProgress.optional(),
  assignee: id
    .meta({ description: "`me`, `nobody`, or the id of a member of the desk" })
    .optional(),
  type: z
    .string()
    .min(1)
    .max(160)
    .meta({ description: "As the tracker sorts it (`tipo/contrasena`), or a form" })
    .optional(),
  organisation: z.uuid().optional(),
  due: z
    .string()
    .regex(/^(?:overdue|today|tomorrow|week|\d{4}-\d{2}-\d{2})$/)
    .meta({
      description:
        "What falls due next does so by then: already, by the end of today, of tomorrow, of the sixth day after, or of a date, in the desk's zone",
    })
    .optional(),
  urgency: z.enum(["claimed", "confirmed", "refused"]).optional(),
  text: z
    .string()
    .trim()
    .min(1)
    .max(120)
    .meta({ description: "Words of the subject, whatever their case and accents" })
    .optional(),
  sort: z
    .enum(["due", "newest", "oldest", "changed"])
    .meta({ description: "The order of open ones: what falls due next first, unless said" })
    .optional(),
} as const;

/** The policy's state, by which a list narrows. */
export const narrowingState = z.string().min(1).max(60);
