import type { Outcome } from "../models/toast-content.ts";
import type { Surroundings } from "../platform/platform.ts";
import { AllowButton } from "./AllowButton.tsx";
import { UndoButton } from "./TimedButton.tsx";

interface NoticeButtonsProps {
  outcome: Outcome;
  allow: Surroundings["allow"];
  onAllowed: () => void;
}

/** What can be done about an outcome. */
export function NoticeButtons({ outcome, allow, onAllowed }: NoticeButtonsProps) {
  const { allow: asked, way } = outcome;
  return (
    <>
      {asked && <AllowButton asked={asked} allow={allow} onAllowed={onAllowed} />}
      {way && <UndoButton key={way.until} label={way.label} until={way.until} onPress={way.act} />}
    </>
  );
}
