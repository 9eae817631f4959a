import { useNavigate } from "@tanstack/react-router";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { frameWords } from "../../words/workspace/frame.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Icon } from "../ui/icons.tsx";

/** Which desk this is; with several, the way to the others. */
export function DeskSwitch() {
  const { text, language } = useWords();
  const { me, desk } = useDesk();
  const navigate = useNavigate();
  const name = text(desk.name);
  if (me.desks.length < 2) return <span className="desk-name">{name}</span>;
  return (
    <MenuTrigger>
      <Button className="desk-name" aria-label={`${frameWords[language].desks}: ${name}`}>
        <span>{name}</span>
        <Icon name="down" />
      </Button>
      <Popover className="popover" placement="bottom start">
        <Menu
          className="options"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[desk.id]}
          onAction={(to) =>
            void navigate({
              to: "/d/$desk",
              params: { desk: String(to) },
              search: { view: "open" },
            })
          }
        >
          {me.desks.map(({ id, name: called }) => (
            <MenuItem key={id} id={id} textValue={text(called)} className="option is-ticked">
              {text(called)}
              {id === desk.id ? <Icon name="check" /> : null}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
