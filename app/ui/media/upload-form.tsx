import { useRef } from "react";
import { contentRatings } from "~/domain/media/content-ratings";
import { DropZone } from "./drop-zone";
import { Flash } from "../parts/flash";
import { Icon } from "../parts/icon";
import { Disclosure } from "../parts/panel";
import { UploadList } from "./upload-list";
import { useUploads } from "./uploads";
import { libraryText } from "../parts/library-words";

const ACCEPTED = "image/jpeg,image/png,image/webp,video/mp4,video/webm";

type Answer = { errors: string[]; taken: number } | undefined;

/** Files for the library. Without script one sends the form; with it, each file goes at once and shows how far it is. */
export function UploadForm({ action, answer, open }: { action: string; answer: Answer; open: boolean }) {
  const form = useRef<HTMLFormElement>(null);
  const { uploads, send } = useUploads();

  function sendChosen(files: FileList | null) {
    if (!files?.length || !form.current) return;
    const words = new FormData(form.current);
    void send([...files], { level: String(words.get("level")), alt: "" });
    form.current.reset();
  }

  return (
    <Disclosure
      className="upload-form"
      summary={
        <span className="btn primary">
          <Icon name="plus" />
          {libraryText.uploadFiles}
        </span>
      }
      open={open || uploads.length > 0 || Boolean(answer)}
    >
      <form ref={form} className="stack" method="post" action={action} encType="multipart/form-data">
        {answer?.errors.length ? (
          <Flash tone="bad">
            {answer.errors.join(" ")}
            {answer.taken > 0 ? ` The other ${answer.taken} are in your library.` : ""}
          </Flash>
        ) : null}
        <DropZone
          accept={ACCEPTED}
          words="JPEG, PNG or WebP up to 25 MB, MP4 or WebM up to 100 MB and 60 seconds"
          multiple
          onFiles={sendChosen}
        />
        <LevelAndSend />
        <UploadList uploads={uploads} />
      </form>
    </Disclosure>
  );
}

function LevelAndSend() {
  return (
    <div className="row">
      <label className="pick">
        <span>Content rating of these files</span>
        <select className="input" name="level" defaultValue="1">
          {contentRatings.map(({ bit, name, words }) => (
            <option key={bit} value={bit}>{`${name}: ${words}`}</option>
          ))}
        </select>
      </label>
      <button className="btn primary">Upload</button>
    </div>
  );
}
