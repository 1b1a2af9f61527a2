/** The text of the listening page in one language. The player has its own. */
export interface Translation {
  /** The title of the page while there is no track. */
  readonly heading: string;
  readonly none: string;
  readonly broken: string;
  readonly hint: string;
  readonly noScript: string;
}

/** By primary language; English is used for all others. */
export const translations: Readonly<Record<string, Translation>> = {
  en: {
    heading: "Shared music",
    none: "There is no link here. Open the whole link that you were sent, with all that follows the #.",
    broken:
      "This link is damaged. Copy the whole link from where you were sent it, and open it again.",
    hint: "Earmark is in this browser. To keep this music, press Earmark’s button in the toolbar.",
    noScript:
      "This page plays music with JavaScript. Allow it for this page, then load the page again.",
  },
  de: {
    heading: "Geteilte Musik",
    none: "Hier ist kein Link. Öffnen Sie den ganzen Link, den Sie bekommen haben, mit allem, was nach dem # kommt.",
    broken:
      "Dieser Link ist beschädigt. Kopieren Sie den ganzen Link von dort, wo Sie ihn bekommen haben, und öffnen Sie ihn noch einmal.",
    hint: "Earmark ist in diesem Browser. Um diese Musik zu behalten, klicken Sie auf das Earmark-Symbol in der Symbolleiste.",
    noScript:
      "Diese Seite spielt Musik mit JavaScript. Erlauben Sie es für diese Seite und laden Sie sie dann neu.",
  },
  fr: {
    heading: "Musique partagée",
    none: "Il n’y a pas de lien ici. Ouvrez le lien complet que vous avez reçu, avec tout ce qui suit le #.",
    broken:
      "Ce lien est abîmé. Copiez le lien complet là où vous l’avez reçu, puis ouvrez-le à nouveau.",
    hint: "Earmark est dans ce navigateur. Pour garder cette musique, cliquez sur le bouton d’Earmark dans la barre d’outils.",
    noScript:
      "Cette page joue de la musique avec JavaScript. Autorisez-le pour cette page, puis rechargez-la.",
  },
  es: {
    heading: "Música compartida",
    none: "Aquí no hay ningún enlace. Abre el enlace completo que recibiste, con todo lo que sigue al #.",
    broken:
      "Este enlace está dañado. Copia el enlace completo de donde lo recibiste y ábrelo de nuevo.",
    hint: "Earmark está en este navegador. Para guardar esta música, pulsa el botón de Earmark en la barra de herramientas.",
    noScript:
      "Esta página reproduce música con JavaScript. Permítelo en esta página y vuelve a cargarla.",
  },
  nl: {
    heading: "Gedeelde muziek",
    none: "Hier staat geen link. Open de hele link die je hebt gekregen, met alles wat na het # komt.",
    broken:
      "Deze link is beschadigd. Kopieer de hele link van waar je hem hebt gekregen en open hem opnieuw.",
    hint: "Earmark zit in deze browser. Klik op de knop van Earmark in de werkbalk om deze muziek te bewaren.",
    noScript:
      "Deze pagina speelt muziek met JavaScript. Sta het toe voor deze pagina en laad haar opnieuw.",
  },
  ja: {
    heading: "共有された音楽",
    none: "リンクがありません。受け取ったリンクを、# の後ろも含めてすべて開いてください。",
    broken:
      "リンクが壊れています。受け取った場所からリンク全体をコピーして、もう一度開いてください。",
    hint: "このブラウザーには Earmark があります。この音楽を保存するには、ツールバーの Earmark ボタンを押してください。",
    noScript:
      "このページは JavaScript で音楽を再生します。このページで許可してから、読み込み直してください。",
  },
};

/** The first of the preferred languages that has a translation, as a tag such as `de-CH`; English when none has. */
export function chooseLanguage(preferred: readonly string[]): string {
  const translated = preferred.find((tag) => Object.hasOwn(translations, getPrimaryLanguage(tag)));
  return translated ?? "en";
}

/** The translation for a tag that `chooseLanguage` returned. */
export function getTranslation(tag: string): Translation {
  const translation = translations[getPrimaryLanguage(tag)];
  if (!translation) throw new Error(`There is no translation for "${tag}".`);
  return translation;
}

const getPrimaryLanguage = (tag: string): string => tag.split("-")[0]?.toLowerCase() ?? "";
