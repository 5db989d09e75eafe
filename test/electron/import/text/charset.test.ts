import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { charsets, decodeText } from '../../../../electron/import/text/charset.ts';
import { parseTranscriptFile } from '../../../../electron/import/transcript-file.ts';

function decode(bytes: Uint8Array, chosen?: string) {
  return decodeText({ name: 'a.txt', bytes }, chosen);
}

// Invented answers, a few sentences each; a transcript has a hundred times as many.
const said = {
  German:
    'I: Wie läuft das „Deployment“ – täglich?\nP3: Nein, höchstens wöchentlich … für die Küche. Natürlich über Skripte, das müssen wir ändern. Größere Änderungen prüft ein Kollege, aber das heißt nicht, dass wir schon fertig wären.\n',
  French:
    'I : Et après l’entraînement, qui décide ?\nP1 : C’est l’équipe – même si ça dépend du modèle. On a déjà mis « à jour » près de la moitié, mais le contrôle des données n’est pas terminé. Où ? À Orléans, bien sûr, dans l’œuvre.\n',
  Spanish:
    'I: ¿Y después del entrenamiento?\nP1: Según el año, la decisión la toma el equipo de ingeniería. ¡Mañana también! Así está mejor, aunque aquí todavía no sabíamos cómo se haría la validación.\n',
  Portuguese:
    'I: Então não há ninguém?\nP1: Há, são três pessoas. A decisão é da direção, mas a informação já está lá. Você também vê que não é fácil; às vezes há exceções.\n',
  Italian:
    'I: Perché è così?\nP1: La qualità dei dati è già più alta; però ciò che manca è la velocità. Si può fare di più, così dirà anche la società.\n',
  Swedish:
    'I: Hur går det till?\nP1: Vi släpper en ny version på måndagar, då är läget lugnt. Sedan får någon annan också pröva den, för säkerhets skull. Det är svårt att säga när åtgärden är färdig.\n',
  Danish:
    'I: Hvordan går det?\nP1: Vi prøver først på små data, så får vi et svar. Det er også nødvendigt at læse loggen hver dag, ellers når vi ikke at rette de værste fejl på et døgn.\n',
  English:
    'I: So it’s “ready”?\nP1: We don’t know – it’s the customer’s call… They’re slow, and I’m told that we’ve “agreed”. That’s all.\n',
  Polish:
    'I: Jak często wdrażacie modele?\nP1: Każdego tygodnia, chociaż nie zawsze się udaje. Trzeba też sprawdzić, czy dane są świeże; źródła bywają różne. Później ktoś jeszcze ogląda wyniki i dopiero wtedy można powiedzieć, że działają.\n',
  Czech:
    'I: Jak často nasazujete modely?\nP1: Každý týden, když všechno běží. Někdy ještě čekáme na data, protože zákazník je pošle později. Řekl bych, že příští rok už bude vše úplně jiné, ale zatím zůstáváme při zemi.\n',
  Hungarian:
    'I: Milyen gyakran telepítenek?\nP1: Hetente egyszer, de előtte mindig megnézzük, hogy jó-e az adat. Az ügyfél később küldi, ezért gyűjtünk belőle többet, és csak azután főzünk új modellt. Őszintén szólva ez így működik.\n',
  Romanian:
    'I: Cât de des lansaţi?\nP1: În fiecare săptămână, dacă datele sunt bune. Aşa am hotărât şi anul trecut; câteodată aşteptăm, pentru că echipa îşi verifică rezultatele.\n',
  Turkish:
    'I: Ne sıklıkla yayımlıyorsunuz?\nP1: Her hafta, ama önce verilere bakıyoruz. Müşteri geç gönderirse bekliyoruz, çünkü eğitim için yeterli değil. Şimdiye kadar böyle oldu, doğrusu başka yolu yok.\n',
  Lithuanian:
    'I: Kaip dažnai diegiate?\nP1: Kiekvieną savaitę, jeigu duomenys geri. Pirmiausia žiūrime, ar viskas veikia, tada įkeliame į serverį. Šiuo metu žmonės dar tikrina rezultatus ir rašo pastabas.\n',
  Russian:
    'Вопрос: Как часто вы развертываете модели?\nОтвет: Каждую неделю, но сначала смотрим на данные. Если заказчик задерживает, мы ждем, потому что для обучения их не хватает. Честно говоря, раньше было хуже.\n',
  Ukrainian:
    'Запитання: Як часто ви розгортаєте моделі?\nВідповідь: Щотижня, але спочатку дивимося на дані. Якщо замовник затримує, ми чекаємо, бо для навчання їх не вистачає. Її перевіряють ще й інші.\n',
  Greek:
    'Ερώτηση: Πόσο συχνά;\nΑπάντηση: Κάθε εβδομάδα, αλλά πρώτα κοιτάζουμε τα δεδομένα. Όταν ο πελάτης καθυστερεί, περιμένουμε, γιατί δεν φτάνουν για την εκπαίδευση.\n',
  Hebrew:
    'שאלה: באיזו תדירות?\nתשובה: כל שבוע, אבל קודם אנחנו בודקים את הנתונים. אם הלקוח מאחר אנחנו מחכים, כי אין מספיק לאימון.\n',
  Arabic:
    'المحاور: كيف تنشرون النماذج؟\nالمشارك: مرة كل أسبوع، ولكننا ننظر أولا في البيانات. إذا تأخر العميل ننتظر لأنها لا تكفي للتدريب.\n',
  Thai: 'ถาม: บ่อยแค่ไหน\nตอบ: ทุกสัปดาห์ แต่เราต้องดูข้อมูลก่อน ถ้าลูกค้าส่งช้าเราก็รอ เพราะไม่พอสำหรับการฝึกแบบจำลอง\n',
  Japanese:
    '質問者：どのくらいの頻度でモデルを更新しますか。\n回答者：毎週です。ただし、その前にデータを確認します。お客様が遅れるときは待ちます。「まだ足りない」と言われることもあります。\n',
  Chinese:
    '访谈者：你们多久部署一次模型？\n受访者：每个星期一次，不过我们先看数据。如果客户晚了，我们就等，因为训练还不够。以前更慢，现在好多了。\n',
  Taiwanese:
    '訪談者：你們多久部署一次模型？\n受訪者：每個星期一次，不過我們先看資料。如果客戶晚了，我們就等，因為訓練還不夠。以前更慢，現在好多了。\n',
  Korean:
    '면접자: 모델을 얼마나 자주 배포합니까?\n응답자: 매주 합니다. 하지만 먼저 데이터를 확인합니다. 고객이 늦으면 기다리는데, 아직 학습에 부족하기 때문입니다.\n',
};

const written: [keyof typeof said, string[]][] = [
  ['German', ['windows-1252', 'macroman', 'cp850']],
  ['French', ['windows-1252', 'macroman']],
  ['Spanish', ['windows-1252', 'macroman', 'cp850']],
  ['Portuguese', ['windows-1252', 'macroman']],
  ['Italian', ['windows-1252', 'macroman']],
  ['Swedish', ['windows-1252', 'macroman', 'cp850']],
  ['Danish', ['windows-1252', 'macroman']],
  ['English', ['windows-1252', 'macroman']],
  ['Polish', ['windows-1250', 'iso-8859-2', 'maccenteuro']],
  ['Czech', ['windows-1250', 'iso-8859-2', 'maccenteuro']],
  ['Hungarian', ['windows-1250', 'maccenteuro']],
  ['Romanian', ['windows-1250']],
  ['Turkish', ['windows-1254']],
  ['Lithuanian', ['windows-1257']],
  ['Russian', ['windows-1251', 'koi8-r', 'iso-8859-5', 'maccyrillic', 'cp866']],
  ['Ukrainian', ['windows-1251']],
  ['Greek', ['windows-1253']],
  ['Hebrew', ['windows-1255']],
  ['Arabic', ['windows-1256']],
  ['Thai', ['windows-874']],
  ['Japanese', ['shift_jis', 'euc-jp']],
  ['Chinese', ['gb18030']],
  ['Taiwanese', ['big5']],
  ['Korean', ['euc-kr']],
];

describe('the guess of a character set', () => {
  it.each(written.flatMap(([language, sets]) => sets.map((charset) => [language, charset] as const)))(
    'is right for a page in %s in %s',
    (language, charset) => {
      const text = said[language];
      const bytes = iconv.encode(text, charset);
      const decoded = decode(bytes);
      expect(decoded).toMatchObject({ text: iconv.decode(bytes, charset), charset, isGuessed: true });
      expect(decoded.notes).toHaveLength(1);
      // A long transcript mostly of ASCII, in which other letters come late.
      const late = Buffer.concat([Buffer.from('P1: Well.\r\n'.repeat(20_000)), bytes]);
      expect(decode(late).charset).toBe(charset);
    },
  );

  it.each([
    ['P1: Wöchentlich.', 'windows-1252'],
    ['P1: It’s fine.', 'windows-1252'],
    ['P1: Voilà.', 'macroman'],
    ['P1: Größe zählt.', 'macroman'],
    ['P1: “Yes,” he said.', 'macroman'],
    ['Вопрос: Как часто?', 'windows-1251'],
    ['访谈者：你们多久部署一次模型？', 'gb18030'],
    ['質問者：毎週ですか。', 'shift_jis'],
  ])('is right for a line such as %s in %s', (text, charset) => {
    expect(decode(iconv.encode(text, charset))).toMatchObject({ text, charset });
  });

  it('is not made when the researcher chooses, and nothing is noted', async () => {
    const bytes = iconv.encode(said.French, 'macroman');
    expect(decode(bytes, 'Windows-1250')).toMatchObject({
      charset: 'windows-1250',
      isGuessed: false,
      notes: [],
    });
    const file = { name: 'a.txt', bytes };
    expect((await parseTranscriptFile(file)).isCharsetGuessed).toBe(true);
    expect((await parseTranscriptFile(file, { charset: 'macroman' })).isCharsetGuessed).toBe(false);
  });

  it('can be replaced by any set of the list', () => {
    for (const { charset } of charsets) {
      expect(decode(iconv.encode('P1: Yes.', charset), charset)).toMatchObject({ text: 'P1: Yes.', charset });
    }
    expect(new Set(charsets.map(({ name }) => name)).size).toBe(charsets.length);
  });
});

describe('UTF-16 without a byte order mark', () => {
  const texts = Object.values(said);
  it.each(['utf-16le', 'utf-16be'])('is told in every language (%s)', (charset) => {
    for (const text of texts) {
      expect(decode(iconv.encode(text, charset, { addBOM: false }))).toMatchObject({
        text,
        charset,
        isGuessed: false,
      });
    }
  });

  it('is told when the last byte is missing', () => {
    const bytes = iconv.encode(said.Russian, 'utf-16le', { addBOM: false }).subarray(0, -1);
    expect(decode(bytes).charset).toBe('utf-16le');
  });
});

describe('UTF-8', () => {
  it('is told in every language, without a note', () => {
    for (const text of Object.values(said)) {
      expect(decode(Buffer.from(text))).toEqual({ text, charset: 'utf-8', isGuessed: false, notes: [] });
    }
  });

  it('with damaged places stays UTF-8, with their number and the first line in a note', () => {
    const good = Buffer.from(said.German);
    const bytes = Buffer.concat([
      good,
      Buffer.from([0x50, 0xe4, 0x50]),
      good,
      Buffer.from('\uFFFD'),
      Buffer.from([0xff]),
    ]);
    const { text, charset, notes } = decode(bytes);
    expect(text).toBe(`${said.German}P\uFFFDP${said.German}\uFFFD\uFFFD`);
    expect(charset).toBe('utf-8');
    expect(notes).toEqual(['Characters that could not be decoded are shown as �: 2, the first in line 3.']);
  });

  it('cut off within a character stays UTF-8', () => {
    const bytes = Buffer.from('P1: Größe zählt für Öfen – é');
    expect(decode(bytes.subarray(0, -1))).toMatchObject({
      charset: 'utf-8',
      text: 'P1: Größe zählt für Öfen – \uFFFD',
    });
  });

  it('is kept whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (piece) => {
        const text = `P1: ${piece} and more words.`;
        expect(decode(Buffer.from(text)).text).toBe(text);
      }),
    );
  });
});
