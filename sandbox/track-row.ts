/** A row of the `tracks` table, which all providers and the demo pages share. */
export interface TrackRow {
  readonly id: string;
  readonly owner: string;
  readonly title: string;
  readonly engine: string;
  readonly mode: string;
  readonly audio: string;
  readonly licence_class: string;
  readonly created_at: number;
  readonly removed_at: number | null;
}
