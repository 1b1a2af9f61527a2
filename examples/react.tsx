/** @jsxImportSource react */
import { useRef, useState } from "react";
import type { EarmarkPlayer } from "../types/earmark-player.react.d.ts";

/* React 19. The script tag of docs/embedding.md brings the element; copy the two .d.ts files from beside it. */

interface Props {
  /** The address of a share link. */
  readonly link: string;
  readonly onEnd?: () => void;
}

/** A player, what it plays, and a button of one's own. */
export function Listen({ link, onEnd }: Props) {
  const player = useRef<EarmarkPlayer>(null);
  const [title, setTitle] = useState("");
  const [seconds, setSeconds] = useState(0);
  return (
    <figure>
      <earmark-player
        ref={player}
        src={link}
        volume={0.5}
        onloadedmetadata={() => setTitle(player.current?.tracks[0]?.title ?? "")}
        ontimeupdate={() => setSeconds(player.current?.currentTime ?? 0)}
        onended={() => onEnd?.()}
      />
      <figcaption>
        {title} · {seconds.toFixed(1)} s
      </figcaption>
      <button type="button" onClick={() => player.current && (player.current.currentTime = 0)}>
        From the start
      </button>
    </figure>
  );
}
