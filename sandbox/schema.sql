-- Everything the sandbox remembers. Times are milliseconds since 1970; where a service allows it, a share keeps only
-- the SHA-256 of its token.
CREATE TABLE IF NOT EXISTS tracks (
  id TEXT PRIMARY KEY, owner TEXT NOT NULL, org TEXT NOT NULL, title TEXT NOT NULL, engine TEXT NOT NULL, mode TEXT NOT NULL,
  audio TEXT NOT NULL, licence_class TEXT NOT NULL, created_at INTEGER NOT NULL, removed_at INTEGER
);
CREATE TABLE IF NOT EXISTS collections (
  id TEXT PRIMARY KEY, owner TEXT NOT NULL, org TEXT NOT NULL, name TEXT NOT NULL, description TEXT,
  cover_track_id TEXT, cover_image_url TEXT, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS collection_tracks (
  collection_id TEXT NOT NULL, track_id TEXT NOT NULL, position INTEGER NOT NULL, added_at INTEGER NOT NULL,
  PRIMARY KEY (collection_id, track_id)
);
CREATE TABLE IF NOT EXISTS aitronos_shares (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, token_hash TEXT NOT NULL UNIQUE,
  target_type TEXT NOT NULL CHECK (target_type IN ('track', 'collection')), target_id TEXT NOT NULL, owner TEXT NOT NULL,
  visibility TEXT NOT NULL, expires_at INTEGER, created_at INTEGER NOT NULL, revoked_at INTEGER, opens INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS aitronos_library (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, user TEXT NOT NULL, track_id TEXT NOT NULL,
  source TEXT NOT NULL, share_id TEXT, created_at INTEGER NOT NULL, UNIQUE (user, track_id)
);
CREATE TABLE IF NOT EXISTS mixthat_tracks (
  id TEXT PRIMARY KEY, owner TEXT NOT NULL, label TEXT NOT NULL, description TEXT NOT NULL, tags TEXT NOT NULL,
  is_public INTEGER NOT NULL, keeps_source INTEGER NOT NULL, audio TEXT NOT NULL, created_at INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS mixthat_shares (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, share_id TEXT NOT NULL, token_hash TEXT NOT NULL UNIQUE,
  track_id TEXT NOT NULL, owner TEXT NOT NULL, name TEXT, scope TEXT NOT NULL, expires_at INTEGER, created_at INTEGER NOT NULL,
  revoked_at INTEGER, last_used INTEGER, opens INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS mixthat_mixes (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, track_id TEXT NOT NULL, namespace TEXT NOT NULL,
  owner TEXT NOT NULL, share_id TEXT, name TEXT, state TEXT NOT NULL, created_at INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS mixthat_jobs (
  id TEXT PRIMARY KEY, track_id TEXT NOT NULL, asker TEXT NOT NULL, audio TEXT NOT NULL,
  created_at INTEGER NOT NULL, polls INTEGER NOT NULL DEFAULT 0
);
-- A render has no title in the API; `title` is what its demo page shows. `outcome` is how it ends.
CREATE TABLE IF NOT EXISTS craftkit_renders (
  id TEXT PRIMARY KEY, owner TEXT NOT NULL, environment TEXT NOT NULL, title TEXT NOT NULL, outcome TEXT NOT NULL,
  created_at INTEGER NOT NULL, completed_at INTEGER, polls INTEGER NOT NULL DEFAULT 0, first_poll_at INTEGER
);
-- The list gives addresses back, so here the token itself has to be kept.
CREATE TABLE IF NOT EXISTS craftkit_shares (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, token TEXT NOT NULL UNIQUE, render_id TEXT NOT NULL,
  owner TEXT NOT NULL, channel TEXT NOT NULL, recipient TEXT, message TEXT, expires_at INTEGER, created_at INTEGER NOT NULL,
  revoked_at INTEGER, clicks INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS craftkit_events (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, render_id TEXT NOT NULL, share_id TEXT, type TEXT NOT NULL, created_at INTEGER NOT NULL
);
