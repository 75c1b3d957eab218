import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import ExifReader from "exifreader";

type Tags = Record<string, unknown>;

const LEAKING_GROUP =
  /^(EXIF|IFD\d?|ExifIFD|GPS|XMP.*|IPTC|ICC.*|Photoshop|PNG.*|MakerNotes|JUMBF|C2PA|ItemList|UserData|Keys|Matroska:Tag.*)$/i;
const LEAKING_NAME =
  /^(GPS|Comment|UserComment|Title|Description|ImageDescription|Author|Artist|Copyright|Location|Make$|Model$|Software|Prompt|Workflow|Parameters|Orientation|TrackName|Name$)/i;

/**
 * The published files of a media folder that still say anything about their making, read back by a tool that had no part
 * in writing them: ExifTool, or exifreader (pictures only) where that is not installed.
 */
export async function leakingFiles(folder: string) {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => /\.(webp|mp4|webm)$/.test(one.name))
    .map((one) => join(one.parentPath, one.name));
  const [reader, read] = (await hasExifTool())
    ? (["ExifTool", byExifTool] as const)
    : (["exifreader", byExifReader] as const);
  const found = paths.length > 0 ? await read(paths) : [];
  return { reader, files: found.length, telling: found.filter(({ words }) => words.length > 0) };
}

function hasExifTool() {
  return promisify(execFile)("exiftool", ["-ver"]).then(
    () => true,
    () => false,
  );
}

/** `{ "RIFF:ImageWidth": 320, … }` for each. */
async function byExifTool(paths: string[]) {
  const found = [];
  for (let at = 0; at < paths.length; at += 500) {
    const asked = ["-json", "-G1", "-a", "-u", ...paths.slice(at, at + 500)];
    const { stdout } = await promisify(execFile)("exiftool", asked, { maxBuffer: 64 << 20 });
    found.push(...(JSON.parse(stdout) as (Tags & { SourceFile: string })[]));
  }
  return found.map(({ SourceFile, ...tags }) => ({ file: SourceFile, words: Object.keys(tags).filter(leaks) }));
}

function leaks(tag: string) {
  const [group, name] = tag.split(":") as [string, string];
  return !/^(System|File|ExifTool)$/.test(group) && (LEAKING_GROUP.test(group) || LEAKING_NAME.test(name));
}

async function byExifReader(paths: string[]) {
  const pictures = paths.filter((path) => path.endsWith(".webp"));
  return Promise.all(
    pictures.map(async (file) => {
      const { file: _, riff: __, ...rest } = (await ExifReader.load(file, { expanded: true })) as Tags;
      return { file, words: Object.keys(rest) };
    }),
  );
}
