/** A language with the letters beyond ASCII that its texts have, the frequent ones first, in lower case. */
export type Language = { charsets: readonly string[]; letters: ReadonlyMap<string, number> };

const western = ['windows-1252', 'iso-8859-15', 'macroman', 'cp850'];
const central = ['windows-1250', 'iso-8859-2', 'maccenteuro'];
const cyrillic = ['windows-1251', 'koi8-r', 'iso-8859-5', 'maccyrillic', 'cp866'];

/** `frequent` letters weigh 1, `usual` ones a half, `rare` ones little. */
function toLanguage(charsets: readonly string[], frequent: string, usual = '', rare = ''): Language {
  const letters = new Map<string, number>();
  for (const letter of rare) letters.set(letter, 0.1);
  for (const letter of usual) letters.set(letter, 0.5);
  for (const letter of frequent) letters.set(letter, 1);
  return { charsets, letters };
}

export const languages: readonly Language[] = [
  // German, French, Spanish, Portuguese, Italian and Catalan, Dutch
  toLanguage(western, 'äöüß'),
  toLanguage(western, 'éèàçêô', 'ùûîâœ', 'ëïæÿ'),
  toLanguage(western, 'áéíóúñ', 'ü'),
  toLanguage(western, 'ãçéáóõêí', 'úâàô', 'ü'),
  toLanguage(western, 'àèòùìéç', 'íóúïü'),
  toLanguage(western, 'ëéï', 'öèüó'),
  // Swedish and Finnish, Danish and Norwegian, Icelandic, Estonian
  toLanguage(western, 'äöå', 'é'),
  toLanguage(western, 'øåæ', 'éòôö'),
  toLanguage(western, 'áðéíóúýþæö'),
  toLanguage([...western, 'windows-1257'], 'äõöü', 'šž'),
  // Polish, Czech, Slovak, Hungarian, Romanian, Croatian and Slovene
  toLanguage(central, 'ąćęłńóśźż'),
  toLanguage(central, 'áčďéěíňóřšťúůýž'),
  toLanguage(central, 'áäčďéíĺľňóôŕšťúýž'),
  toLanguage(central, 'áéíóöőúüű'),
  toLanguage(central, 'ăâîşţ'),
  toLanguage(central, 'čćđšž'),
  // Turkish; Lithuanian, Latvian
  toLanguage(['windows-1254'], 'çğıöşü', 'âî'),
  toLanguage(['windows-1257'], 'ąčęėįšųūž'),
  toLanguage(['windows-1257'], 'āčēģīķļņšūž'),
  // Russian, Ukrainian, Serbian and Macedonian; Bulgarian has the letters of Russian
  toLanguage(cyrillic, 'оеаинтсрвл', 'кмдпуяыьгзбч', 'йхжшюцщэфъё'),
  toLanguage(cyrillic, 'оаниіктвре', 'слумдпязьгбч', 'їєґйхжшюцщф'),
  toLanguage(cyrillic, 'аиоентсрдв', 'пкулмјгзбшцчњљ', 'хжћђџѓќѕф'),
  // Greek, Hebrew, Arabic, Persian, Thai
  toLanguage(['windows-1253'], 'αοιετνσςηυρπκ', 'μλάόίήέγδώχωθ', 'ύφβξζψϊϋΐΰ'),
  toLanguage(['windows-1255'], 'יוהלאמרתב', 'שנכםדקעחספ', 'זטגצןץךףװױײ'),
  toLanguage(['windows-1256'], 'اليمنوهرتبعأ', 'ةدكسفقحجىإ', 'شصطخضثذزغءئؤظآًٌٍَُِّْ'),
  toLanguage(['windows-1256'], 'انرديهوتمبسش', 'زلكگفعخپقچج', 'حطصآضذغثظژئ'),
  toLanguage(['windows-874'], 'านรกอเงมยลว', 'ดทสต่้ะปบัีิ็ุแคห', 'จพชขใไโู์ืถผซฟญศณธภษ'),
];

function toSet(text: string): ReadonlySet<string> {
  return new Set(text.replace(/\s/g, ''));
}

/** Characters that make more than half of a Chinese text, simplified and traditional. */
export const chineseCharacters = toSet(`
  的一是不了在人有我他这这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学
  如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高
  间由问很最重并物手应向头体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先通教东原声提立及比员解真论处走各入
  几口认条平系气题活更别打女变四神总何电数据安少报才结反受目太量再感建务做接必场件计管期市直德资统区保至队形社便空决展科五基眼书非则听白却界
  達光放强即象难且权思完设式色路记住告类求程北边死张该交规万取拉格望觉术共确传师观清今切院让识带导争运训练模型每周部署版流测试谁
  這個們來為國說時會對過發後裡種經麼學當沒動還進樣開從實軍無與長機關點業將兩間問應頭體見產話給門東聲員論處幾認條氣題別變總電數據報結
  務場計書聽強難權設記類邊張該規萬覺術確傳師觀讓識帶導爭運訓練型週署測試誰妳您吗嗎呢吧啊嗯
`);

/** Syllables that make more than half of a Korean text. */
export const koreanSyllables = toSet(`
  이다는을에의가하고은를로한지도서기사그리나들자해대시어것인일아수있없우적과여만부보정전주게라제상구조무장성안으면교공원생문데했니까요저습합네
  세스트모유중음말때더속자후비경연체러왜누매배포델
`);
