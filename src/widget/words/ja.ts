import { offer } from "../more.ts";
import type { Language } from "./more-en.ts";

/** Japanese. */
export const ja: Language = {
  words: {
    lang: "ja",
    player: "音楽プレーヤー",
    playerOf: "音楽プレーヤー: {title}",
    untitled: "無題の曲",
    play: "再生",
    pause: "一時停止",
    seek: "再生位置",
    position: "{of}中の{at}",
    volume: "音量",
    mute: "ミュート",
    retry: "再試行",
    loading: "曲を読み込んでいます。",
    startsWhenHere: "読み込み中です。自動的に再生が始まります。",
    ready: "再生を押すと聴けます。",
    ended: "再生が終わりました。再生を押すともう一度聴けます。",
    stalled: "音声を待っています。",
    mayRetry: "お待たせしました。もう一度お試しください。",
    place: "{count}曲中{at}曲目",
    placeIn: "「{name}」{count}曲中{at}曲目",
    tracks: "曲一覧",
    stems: "ステム",
    more: "その他の操作",
    missing: "一部の操作を読み込めませんでした。しばらくしてからもう一度お試しください。",
    openLink: "リンクを開く",
    openDocument: "文書を開く",
    document: "これは文書です。再生する音声はありません。",
    untitledDocument: "無題の文書",
    removedBefore: "この音楽は作者によって削除されました。",
    credit: "クレジット表記が必要",
    licences: {
      commercial_cleared: "商用利用可",
      commercial_enterprise: "企業による商用利用可",
      personal_only: "個人利用のみ",
      unclear: "ライセンス不明",
    },
    failures: {
      "not-an-address":
        "Earmarkで再生できるリンクではありません。リンク全体がコピーされているか確認してください。",
      gone: "このリンクは期限切れか、取り消されています。共有した人に新しいリンクを頼んでください。",
      expired: "このリンクは期限が切れています。共有した人に新しいリンクを頼んでください。",
      revoked: "このリンクは取り消されました。共有した人に新しいリンクを頼んでください。",
      removed: "{message} 共有した人に別の曲を頼んでください。",
      "not-available":
        "この音楽は利用できません。まだ共有されているか、共有した人に確認してください。",
      "too-many": {
        other: "アクセスが集中しています。{count}秒後にもう一度お試しください。",
      },
      refused:
        "音楽サービスに問題が発生しています（{status}）。しばらくしてからもう一度お試しください。",
      unreachable: "音楽に接続できませんでした。接続を確認して、もう一度お試しください。",
      cors: "音楽のサーバーが、このページでの再生を許可していません。共有元のページでお聴きください。",
      offline: "オフラインです。インターネットに接続して、もう一度お試しください。",
      "too-slow":
        "音楽サービスが時間内に応答しませんでした。しばらくしてからもう一度お試しください。",
      malformed:
        "音楽サービスの応答をEarmarkが読み取れませんでした。しばらくしてからもう一度お試しください。",
      "no-sound": "再生できる音声がまだありません。後でもう一度お試しください。",
      "not-playable":
        "音声を再生できる形で受信できませんでした。もう一度試すか、別のブラウザーをお使いください。",
      format:
        "この音楽の形式は、このブラウザーでは再生できません。別のブラウザーで開いてください。",
      blocked: "ブラウザーが音声を止めました。許可するには再生を押してください。",
    },
  },
  more: {
    skipBack: "{count}秒戻る",
    skipForward: "{count}秒進む",
    speed: "再生速度",
    loop: "ループ再生",
    region: "A–B間をループ再生",
    setA: "ここをAにする",
    setB: "ここをBにする",
    clearRegion: "AとBを消す",
    startOfRegion: "ループの始点（A）",
    endOfRegion: "ループの終点（B）",
    download: "ダウンロード",
    downloadOf: "{label}をダウンロード",
    copy: "リンクをコピー",
    copied: "リンクをコピーしました。",
    copyYourself: "ここではコピーが許可されていません。選択されたリンクをコピーしてください。",
    link: "リンク",
    save: "Earmarkに保存",
    volumeOf: "{label}の音量",
    muteOf: "{label}をミュート",
    soloOf: "{label}をソロ",
    stem: "ステム{count}",
  },
};

offer("words-ja", ja);
