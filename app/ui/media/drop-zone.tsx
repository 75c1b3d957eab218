import { uploadLimit } from "~/domain/media/limits";
import { Icon } from "../parts/icon";
import { useScripted } from "../parts/scripted";
import { libraryText } from "../parts/library-words";

type Props = { accept: string; words: string; multiple?: boolean; onFiles: (files: FileList | null) => void };

/** Where files are chosen or dropped. A form without script sends them; with it, they are handed over at once. */
export function DropZone({ accept, words, multiple = false, onFiles }: Props) {
  const scripted = useScripted();
  return (
    <div
      className="drop"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        onFiles(event.dataTransfer.files);
      }}
    >
      <Icon name="image" />
      <p>
        <label htmlFor="file">
          <b>{multiple ? libraryText.chooseFiles : libraryText.chooseFile}</b>
        </label>
        <span className="no-phone">{multiple ? " or drop them here" : " or drop it here"}</span>
      </p>
      <p className="meta">{multiple && !scripted ? `${words}; ${uploadLimit}` : words}</p>
      <input
        type="file"
        id="file"
        name="file"
        multiple={multiple}
        accept={accept}
        onChange={({ currentTarget }) => {
          onFiles(currentTarget.files);
          currentTarget.value = "";
        }}
      />
    </div>
  );
}
