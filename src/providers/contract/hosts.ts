/** The origins of one service. Apart from its other facts, because the buttons on track pages need no more. */
export interface ProviderHosts {
  /** The official origins of the API, the preferred one first. */
  readonly origins: readonly string[];
  /** The origins of the pages where people see their tracks: buttons go on these pages. */
  readonly sites: readonly string[];
}
