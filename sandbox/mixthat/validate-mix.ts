import type { FieldProblem } from "./error-responses.ts";
import { listFiles } from "./queries.ts";
import type { TrackRow } from "./queries.ts";
import { findUnknownFields, isObject } from "./read-request.ts";
import type { Fields } from "./read-request.ts";

function findFileProblems(file: unknown, track: TrackRow, known: string[], path: string) {
  if (!isObject(file)) return [{ message: "must be object", property: path }];
  const problems = findUnknownFields(file, known, `${path}.`);
  const { file_id, volume, muted } = file;
  if (!listFiles(track).some((one) => one.file_id === file_id))
    problems.push({ message: "must be a file of the track", property: `${path}.file_id` });
  if (typeof volume !== "number" || volume < 0 || volume > 1)
    problems.push({ message: "must be a number from 0 to 1", property: `${path}.volume` });
  if (known.includes("muted") && muted !== undefined && typeof muted !== "boolean")
    problems.push({ message: "must be boolean", property: `${path}.muted` });
  return problems;
}

function findListProblems(files: unknown, track: TrackRow, known: string[], path: string) {
  if (!Array.isArray(files) || files.length < 1 || files.length > 25)
    return [{ message: "must be an array of 1 to 25 items", property: path }];
  return files.flatMap((file, index) => findFileProblems(file, track, known, `${path}[${index}]`));
}

/** What is wrong with a mix to be saved. */
export function findMixProblems(body: Fields, track: TrackRow): FieldProblem[] {
  const problems = findUnknownFields(body, ["name", "state"]);
  const { name, state } = body;
  const length = typeof name === "string" ? [...name].length : 0;
  if (name !== undefined && (length < 1 || length > 100))
    problems.push({ message: "must be a string of 1 to 100 characters", property: "name" });
  if (!isObject(state)) return [...problems, { message: "must be object", property: "state" }];
  const known = ["file_id", "volume", "muted"];
  return [
    ...problems,
    ...findUnknownFields(state, ["files"], "state."),
    ...findListProblems(state["files"], track, known, "state.files"),
  ];
}

/** What is wrong with a mix to be rendered: `CreateTrackMixRequest` of the published file. */
export function findRenderProblems(body: Fields, track: TrackRow): FieldProblem[] {
  const problems = findUnknownFields(body, ["format", "files", "offset", "duration", "filename"]);
  const { format, files, filename } = body;
  if (format !== "mp3" && format !== "wav")
    problems.push({ message: "must be mp3 or wav", property: "format" });
  for (const property of ["offset", "duration"]) {
    const value = body[property];
    if (value !== undefined && (typeof value !== "number" || value < 0))
      problems.push({ message: "must be a number of at least 0", property });
  }
  if (filename !== undefined && typeof filename !== "string")
    problems.push({ message: "must be string", property: "filename" });
  return [...problems, ...findListProblems(files, track, ["file_id", "volume"], "files")];
}
