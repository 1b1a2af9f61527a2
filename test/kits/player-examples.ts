/** A resolved share as documented at https://docs.aitronos.com/docs/api-reference/music/resolve-share, for tests. */
export const trackView = {
  id: "mtrack_0123456789ab",
  title: "Morning Light",
  engine: "studio",
  mode: "creation",
  measured_duration_seconds: 184.2,
  instrumental: true,
  playback_url: "https://storage.example/a.mp3?sig=1",
  licence: {
    licence_class: "personal_only",
    licence_version: "1.0",
    commercial_use: false,
    requires_attribution: true,
  },
};

export const trackShare = {
  kind: "track",
  available: true,
  message: null,
  share: { target_type: "track", visibility: "link_only", expires_at: null },
  track: trackView,
  collection: null,
  tracks: null,
};

export const collectionShare = {
  ...trackShare,
  kind: "collection",
  track: null,
  collection: { id: "mcoll_0123456789ab", name: "Harbour Sessions", description: null },
  tracks: [trackView, { ...trackView, id: "mtrack_2", title: null }],
};

export const removedShare = {
  kind: "track",
  available: false,
  message: "The creator removed this track.",
  share: null,
  track: null,
  collection: null,
  tracks: null,
};
