/** Addresses at one service's site. Every page rule is tested with the addresses of every service. */
export interface PageExamples {
  /** Addresses of track pages, each with the track's id. */
  tracks: Readonly<Record<string, string>>;
  /** Share links that open for anybody. */
  links: readonly string[];
  /** Addresses at the same site that are neither. */
  others: readonly string[];
}
