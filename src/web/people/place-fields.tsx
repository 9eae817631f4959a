import { Checkbox, CheckboxGroup, Label, Text } from "react-aria-components";
import type { Role } from "../../contract/desk.ts";
import { roles } from "../../core/access/roles.ts";
import { staffWorkWords } from "../../words/workspace/staff.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Choice, Picked } from "../ui/fields.tsx";

/** What stands for none of a list. */
export const ANY = "*";

/** What somebody is to be, as the fields hold it: no level and no company are `ANY`. */
export interface PlaceTyped {
  readonly role: Role;
  readonly also: readonly Role[];
  readonly level: string;
  readonly party: string;
}

/** What the fields hold, as it is sent. */
export function placeOf({ role, also, level, party }: PlaceTyped): {
  readonly role: Role;
  readonly also: Role[];
  readonly level: string | null;
  readonly party: string | null;
} {
  return {
    role,
    also: also.filter((one) => one !== role),
    level: level === ANY ? null : level,
    party: party === ANY ? null : party,
  };
}

/** The fields of what somebody is at the desk: role, further roles, level, company. */
export function PlaceFields({
  value,
  set,
}: {
  readonly value: PlaceTyped;
  readonly set: (changes: Partial<PlaceTyped>) => void;
}) {
  const { words, text } = useWords();
  const { desk, level } = useDesk();
  const say = words.people;
  return (
    <>
      <Choice
        name="role"
        label={say.role}
        value={value.role}
        onChange={(chosen) => set({ role: roles.find((role) => role === chosen) ?? "agent" })}
        options={roles.map((id) => ({ id, label: say.roles[id], means: say.roleMeans[id] }))}
      />
      <AlsoRoles value={value} set={set} />
      {desk.levels.length > 1 ? (
        <Picked
          name="level"
          label={say.level}
          value={value.level}
          onChange={(chosen) => set({ level: chosen })}
          options={[
            { id: ANY, label: say.anyLevel },
            ...desk.levels.map(({ id }) => ({ id, label: level(id) })),
          ]}
        />
      ) : null}
      {desk.parties.length > 0 ? (
        <Picked
          name="party"
          label={say.party}
          hint={say.partyMeans}
          value={value.party}
          onChange={(chosen) => set({ party: chosen })}
          options={[
            { id: ANY, label: say.ownPeople },
            ...desk.parties.map(({ id, label }) => ({ id, label: text(label) })),
          ]}
        />
      ) : null}
    </>
  );
}

function AlsoRoles({
  value,
  set,
}: {
  readonly value: PlaceTyped;
  readonly set: (changes: Partial<PlaceTyped>) => void;
}) {
  const { words, language } = useWords();
  const say = staffWorkWords[language];
  return (
    <CheckboxGroup
      className="field"
      value={[...value.also]}
      onChange={(chosen) => set({ also: roles.filter((role) => chosen.includes(role)) })}
    >
      <Label>{say.also}</Label>
      <Text slot="description">{say.alsoHint}</Text>
      {roles
        .filter((role) => role !== value.role)
        .map((role) => (
          <Checkbox key={role} value={role} className="check">
            <span className="box" aria-hidden="true" />
            {words.people.roles[role]}
          </Checkbox>
        ))}
    </CheckboxGroup>
  );
}
