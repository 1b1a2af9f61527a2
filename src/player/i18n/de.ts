import type { Language } from "./language.ts";

/** German. */
export const de: Language = {
  words: {
    lang: "de",
    player: "Musikplayer",
    playerOf: "Musikplayer: {title}",
    untitled: "Titel ohne Namen",
    play: "Abspielen",
    pause: "Pause",
    seek: "Position im Titel",
    volume: "Lautstärke",
    percent: "{n}\u00a0%",
    mute: "Stumm",
    retry: "Erneut versuchen",
    loading: "Der Titel wird geladen.",
    startsWhenHere: "Wird geladen. Es startet von selbst.",
    ready: "Zum Anhören auf Abspielen drücken.",
    ended: "Ende. Abspielen beginnt von vorn.",
    stalled: "Wartet auf Ton.",
    mayRetry: "Die Wartezeit ist um. Sie können es jetzt erneut versuchen.",
    place: "{at} von {count}",
    placeIn: "{at} von {count} in {name}",
    tracks: "Titelliste",
    stems: "Stems",
    more: "Weitere Bedienelemente",
    missing: "Einige Bedienelemente wurden nicht geladen. Versuchen Sie es gleich noch einmal.",
    openLink: "Link öffnen",
    openDocument: "Dokument öffnen",
    document: "Ein Dokument: Hier gibt es nichts abzuspielen.",
    untitledDocument: "Dokument ohne Namen",
    removedBefore: "Diese Musik wurde von ihren Urhebern entfernt.",
    credit: "Namensnennung erforderlich",
    licences: {
      commercial_cleared: "kommerzielle Nutzung erlaubt",
      commercial_enterprise: "kommerzielle Nutzung durch Unternehmen",
      personal_only: "nur für den privaten Gebrauch",
      unclear: "Lizenz ungeklärt",
    },
    failures: {
      "not-an-address":
        "Diesen Link kann Earmark nicht abspielen. Prüfen Sie, ob er vollständig kopiert wurde.",
      gone: "Dieser Link gilt nicht mehr: Er ist abgelaufen oder wurde widerrufen. Bitten Sie die Person, die ihn geteilt hat, um einen neuen.",
      expired:
        "Dieser Link ist abgelaufen. Bitten Sie die Person, die ihn geteilt hat, um einen neuen.",
      revoked:
        "Dieser Link wurde widerrufen. Bitten Sie die Person, die ihn geteilt hat, um einen neuen.",
      removed: "{message} Bitten Sie die Person, die den Link geteilt hat, um etwas anderes.",
      "not-available":
        "Diese Musik ist nicht verfügbar. Fragen Sie die Person, die sie geteilt hat, ob sie noch geteilt ist.",
      "too-many": {
        one: "Zu viele Anfragen auf einmal. In {count} Sekunde können Sie es erneut versuchen.",
        other: "Zu viele Anfragen auf einmal. In {count} Sekunden können Sie es erneut versuchen.",
      },
      refused: "Der Musikdienst hat ein Problem ({status}). Versuchen Sie es gleich noch einmal.",
      unreachable:
        "Die Musik ist nicht erreichbar. Prüfen Sie die Verbindung und versuchen Sie es erneut.",
      cors: "Der Server der Musik lässt sie auf dieser Seite nicht spielen. Hören Sie sie dort, wo sie geteilt wurde.",
      offline: "Sie sind offline. Verbinden Sie sich mit dem Internet und versuchen Sie es erneut.",
      "too-slow":
        "Der Musikdienst hat nicht rechtzeitig geantwortet. Versuchen Sie es gleich noch einmal.",
      malformed:
        "Der Musikdienst hat etwas geantwortet, das Earmark nicht lesen kann. Versuchen Sie es gleich noch einmal.",
      "no-sound": "Es gibt noch nichts zu hören. Versuchen Sie es später noch einmal.",
      "not-playable":
        "Der Ton kam nicht in spielbarer Form an. Versuchen Sie es erneut oder in einem anderen Browser.",
      format:
        "Dieser Browser kann das Format der Musik nicht spielen. Öffnen Sie sie in einem anderen Browser.",
      blocked: "Der Browser hält den Ton zurück. Bitte auf Abspielen drücken.",
    },
  },
  controls: {
    position: "{at} von {of}",
    skipBack: "{count} Sekunden zurück",
    skipForward: "{count} Sekunden vor",
    speed: "Tempo",
    loop: "Wiederholen",
    region: "Von A nach B wiederholen",
    setA: "A hier setzen",
    setB: "B hier setzen",
    clearRegion: "A und B löschen",
    startOfRegion: "Anfang der Schleife (A)",
    endOfRegion: "Ende der Schleife (B)",
    download: "Herunterladen",
    downloadOf: "{label} herunterladen",
    copy: "Link kopieren",
    copied: "Link kopiert.",
    copyYourself:
      "Kopieren ist hier nicht erlaubt. Der Link ist markiert: Kopieren Sie ihn selbst.",
    link: "Link",
    save: "In Earmark speichern",
    saved: "In Earmark gespeichert.",
    notSaved:
      "Earmark konnte das nicht speichern. Öffnen Sie den Link selbst und klicken Sie dort auf das Earmark-Symbol in der Symbolleiste.",
    volumeOf: "Lautstärke von {label}",
    muteOf: "{label} stumm",
    soloOf: "{label} solo",
    stem: "Stem {count}",
  },
};
