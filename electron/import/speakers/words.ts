import { toParticipantId } from '../../../db/model/speaker.ts';

// Words found in transcripts as they are made elsewhere, hence not the words of this program.

/** What transcripts call the person who asks, in lower case and without diacritics. */
const interviewerWords = toWords(`
  i int intv iv q interviewer interviewers researcher moderator mod facilitator host question
  interviewerin interviewende interviewender forscher forscherin moderatorin frage fragende
  intervieweur intervieweuse enqueteur enquetrice chercheur chercheuse animateur animatrice
  entrevistador entrevistadora investigador investigadora moderadora moderador pregunta
  pesquisador pesquisadora pergunta intervistatore intervistatrice ricercatore ricercatrice moderatore domanda
  onderzoeker vraag intervjuare forskare intervjuer forsker sporsmal haastattelija tutkija kysymys
  badacz badaczka tazatel tazatelka интервьюер исследователь модератор ведущий вопрос інтерв'юер дослідник
  gorusmeci arastirmaci soru 访谈者 采访者 訪談者 採訪者 研究者 研究员 主持人 访谈人 问 問
  インタビュアー 聞き手 質問者 司会 면접자 인터뷰어 연구자 진행자 질문
  συνεντευκτης ερευνητης ερευνητρια ερωτηση ผู้สัมภาษณ์ ผู้วิจัย ผู้ถาม साक्षात्कारकर्ता शोधकर्ता
  interjuhozo kerdezo kutato
  المحاور المحاورة الباحث الباحثة السائل מראיין מראיינת חוקר חוקרת שאלה
`);

/** What transcripts call the person who answers or anybody who speaks, in lower case and without diacritics. */
const participantWords = toWords(`
  speaker spk participant interviewee respondent informant person unknown answer
  sprecher sprecherin befragte befragter befragten teilnehmer teilnehmerin proband antwort
  participante locuteur repondant interviewe enquete reponse
  entrevistado entrevistada hablante respuesta resposta intervistato intervistata risposta
  deelnemer geinterviewde respondent deltagare deltager respondentti haastateltava
  респондент участник спикер ответ katilimci
  uczestnik uczestniczka badany rozmowca ucastnik ucastnice odpowiedz resztvevo valaszado
  enquetee repondante interviewee enquetes talare hablante locutor
  συμμετεχων συμμετεχουσα ομιλητης απαντηση ผู้ให้สัมภาษณ์ ผู้เข้าร่วม ผู้ตอบ ผู้พูด प्रतिभागी उत्तरदाता वक्ता
  スピーカー 話し手 発言者 참석자 발화자 受访者 受訪者 被访者 被訪者 受访人 回答者 发言人 發言人 说话人 說話人 答 話者 参加者 응답자 참가자 화자 답변
  المشارك المشاركة المتحدث מרואיין מרואיינת משתתף
`);

/** First words of lines with a colon that are about the transcript or belong to a sentence, and name no speaker. */
const notSpeakers = toWords(`
  date dates time times duration length place location site participants attendees attendance present absent
  company companies organisation organization project study topic topics subject subjects title file filename
  language recorded recording recordings transcribed transcriber transcription transcript transcripts coder
  version status session meeting interview workshop standup agenda minutes summary abstract note notes remark
  remarks comment comments keyword keywords contents table figure fig appendix section chapter part parts step
  steps phase stage level page line example examples e.g i.e eg ie ps p.s nb n.b re fw fwd cc bcc from to sent
  http https ftp file mailto www url doi email mail phone tel background introduction conclusion conclusions context aim goal
  goals method methods result results discussion reference references source sources warning tip hint
  q&a qa faq faqs room building floor street address price cost ratio number name age gender country city
  monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag
  lundi mardi mercredi jeudi vendredi lunes martes miercoles jueves viernes
  option options variant scenario plan
  caution important attention reminder todo update edit ok okay yes no end start begin total thanks overall
  role roles department technique interviewers consent confidential chat audio video legend key code codes
  datum uhrzeit zeit ort dauer teilnehmende anwesend anwesende firma unternehmen thema titel datei sprache beispiel
  hinweis anmerkung anmerkungen notiz notizen aufnahme transkript transkription protokoll zusammenfassung
  heure lieu duree presents entreprise sujet titre fichier langue exemple remarque attention resume
  fecha hora lugar duracion participantes asistentes empresa tema titulo archivo idioma ejemplo nota resumen
  data ora luogo durata partecipanti azienda argomento titolo esempio plats deltagere tid sted paikka
  дата время место участники компания тема пример заметка
  日期 时间 時間 地点 地點 参与者 參與者 参加人 公司 主题 主題 备注 備註 说明 說明 注意 例如 比如 例 总结 總結 例えば 日時 場所 注 날짜 시간 장소 예 참고
  التاريخ الوقت المكان ملاحظة مثال תאריך שעה מקום הערה דוגמה
`);

/** What a role ends with: `Data scientist` and `Project manager` are speakers, though `Data` and `Project` are not. */
const roles = toWords(`
  engineer engineers scientist scientists manager owner lead leader leads developer analyst architect director officer head
  chair nurse doctor designer expert specialist coordinator researcher consultant assistant secretary teacher student
  tester operator administrator admin technician executive founder representative member master trainer editor
  ingenieur ingenieurin leiter leiterin entwickler entwicklerin wissenschaftler wissenschaftlerin beauftragter
`);

/** Words that occur in sentences and never in a name or a role. */
const sentenceWords = toWords(`
  that this these those is are was were be been am has have had do does did will would can could should shall may
  might must if when where what which who whom why how because as it its it's they them their there then than
  we us our you your he him his she her my me mine i'm i've we're that's there's here here's not also only just
  for with without about into onto by at on so but or nor yet says said say asked asks asking told tells tell like
  always never sometimes often usually maybe perhaps basically actually exactly sure great good
  replied replies answered answers added adds explained wrote writes continued laughed goes went thank thanks
  mean means meant think thought one two three first second third next last another other others some any every
  each all following follows called see well now let let's thing things remember note for the a an
  sagt sagte meinte fragte antwortete dass das ist sind war wir ihr sie er es und oder aber wenn weil wie was zum zur nicht auch sagte
  que est sont nous vous ils elle il mais ou donc comme c'est est-ce dit pour par
  repond demande dice dijo respondio porque como pero para
`);

/** Usual words for speakers that sentences and headings begin with as well. */
const nouns = toWords(`
  question answer host person unknown frage antwort pregunta respuesta pergunta resposta domanda
  risposta vraag antwoord reponse sporsmal kysymys вопрос ответ soru 问 答 問 질문 답변 السائل שאלה
`);

/** What captions put in brackets for sounds, as the first word. */
const sounds = toWords(`
  music musik musique musica muzyka applause applaus applaudissements aplausos laughter laughs laughing laugh lachen
  lacht rires risas risos silence pause coughs coughing sighs crosstalk inaudible unintelligible unverstandlich
  unverständlich foreign noise noises cheering cheers bell ringing phone door background whispers overlapping
  foreign blank_audio singing speaking gerausch lärm larm 音楽 音乐 掌声 笑 拍手 笑い 笑声 음악 박수 웃음 музыка смех موسيقى תצחוק
`);

/** Words of sentences that may be labels where they stand alone: how a group answers, and the participant of CHAT. */
const groupWords = toWords('all par');

// Small words within a name (van der Berg, de Souza, bin Said) or between two names.
const nameParticles = toWords(`
  van von der den de del della di da do dos das du la le el al af av bin ben ibn ter ten te zu zum y e of and und et och
`);

/** Lower case, no diacritics on Latin letters, no bracket at the end, no number or letter of enumeration at the end. */
function toBareWord(label: string): string {
  return toPlainLetters(label)
    .replace(/\s*\([^()]*\)$/u, '')
    .replace(/[\s\-_.#]*(?:\p{N}{1,3}|\s\p{L})$/u, '')
    .replace(/\.$/, '');
}

/** Returns a text in lower case without the diacritics of Latin letters, for comparison. */
export function toPlainLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/[’‘ʼ]/g, "'")
    .toLowerCase()
    .trim();
}

/** Returns whether a label is a usual word for the person who asks, with or without a number (`I`, `Q2`, `访谈者`). */
export function isInterviewerWord(label: string): boolean {
  return interviewerWords.has(toBareWord(label));
}

/** Returns whether a label is a usual word for somebody who asks or answers, with or without a number (`Speaker 1`). */
export function isUsualWord(label: string): boolean {
  const bare = toBareWord(label);
  return interviewerWords.has(bare) || participantWords.has(bare);
}

/** Returns whether a label can hardly be anything but a speaker: a participant id, or a usual word for one. */
export function isKnownSpeaker(label: string): boolean {
  return toParticipantId(label) !== undefined || isUsualWord(label);
}

/** Returns whether a usual word for a speaker is one that is also said (`Question: …`), with no number behind it. */
export function isNoun(label: string): boolean {
  return nouns.has(toPlainLetters(label));
}

/** Returns whether a word of sentences may be a label by itself (`All: Yes!`). */
export function isGroupWord(label: string): boolean {
  return groupWords.has(toPlainLetters(label));
}

/** Returns whether words in brackets tell what is heard rather than who speaks (`[Music]`, `(laughs)`). */
export function isSound(label: string): boolean {
  return sounds.has(toPlainLetters(label).split(/[\s,/:]+/)[0] ?? '');
}

/** Returns whether a label before a colon is about the transcript (`Date`) or part of a sentence (`Note that`). */
export function isNoSpeaker(label: string): boolean {
  const words = toPlainLetters(label.replace(/\s*\([^()]*\)$/u, '')).split(/[\s,/]+/);
  const first = toBareWord(words[0] ?? '');
  const isAbout = notSpeakers.has(first) && !(words.length > 1 && roles.has(words.at(-1) ?? ''));
  // The letter of Speaker A is no article.
  const said = words.length > 1 && words.at(-1)?.length === 1 ? words.slice(0, -1) : words;
  return isAbout || said.some((word) => sentenceWords.has(word));
}

/** Returns whether every word of a label begins like a name: with a capital, or as a particle such as `van`. */
export function isNameLike(label: string): boolean {
  const words = label
    .replace(/\([^()]*\)/gu, ' ')
    .split(/[\s,&/]+/)
    .filter((word) => word !== '');
  return (
    words.length > 0 &&
    words.every((word) => /^['’]?[\p{Lu}\p{Lt}\p{N}]/u.test(word) || nameParticles.has(word))
  );
}

function toWords(list: string): Set<string> {
  return new Set(
    list
      .split(/\s+/)
      .map(toPlainLetters)
      .filter((word) => word !== ''),
  );
}
