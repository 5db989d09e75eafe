import { describe, expect, it } from 'vitest';
import { findTurns } from '../../../../electron/import/speakers/turns.ts';

/** Returns the turns as `label @time words`, `–` for nobody, with `?` behind labels in doubt. */
function listTurns(text: string): string[] {
  const { turns, speakers } = findTurns(text);
  const doubtful = new Set(speakers.flatMap(({ label, isDoubtful }) => (isDoubtful ? [label] : [])));
  return turns.map(({ label, time, endTime, textStart, end }) => {
    const name = label === null ? '–' : `${label}${doubtful.has(label) ? '?' : ''}`;
    const times = time === null ? '' : ` @${time}${endTime === null ? '' : `-${endTime}`}`;
    return `${name}${times} ${text.slice(textStart, end).trim().replace(/\s+/g, ' ')}`.trim();
  });
}

// Two speakers in the shapes that people and programs write. What a line says is Ask, Yes, Why, So.
const transcripts: [string, string, string[]][] = [
  ['ids', 'I: Ask.\nP1: Yes.\nI: Why?\nP1: So.', ['I Ask.', 'P1 Yes.', 'I Why?', 'P1 So.']],
  [
    'ids with a time in brackets',
    'P1 (00:12:31): Yes.\nP2 (00:12:40): So.',
    ['P1 @00:12:31 Yes.', 'P2 @00:12:40 So.'],
  ],
  ['a time before ids', '[00:12:31] P1: Yes.\n[00:12:40] P2: So.', ['P1 @00:12:31 Yes.', 'P2 @00:12:40 So.']],
  [
    'f4: a time where turns end',
    'I: Ask? #00:00:07-2#\n\nB: Yes. #00:00:31-8#\n\nI: Why? #00:00:33-1#\n\nB: So.',
    [
      'I Ask? #00:00:07-2#',
      'B @00:00:07-2 Yes. #00:00:31-8#',
      'I @00:00:31-8 Why? #00:00:33-1#',
      'B @00:00:33-1 So.',
    ],
  ],
  [
    'MAXQDA: a time where turns begin',
    '#00:00:07-2# I: Ask?\n#00:00:31-8# B: Yes.\n#00:00:40-0# B: So.',
    ['I @00:00:07-2 Ask?', 'B @00:00:31-8 Yes.', 'B @00:00:40-0 So.'],
  ],
  ['Otter', 'Anna Berg  0:21\nAsk?\n\nJo Lee  0:40\nYes.\n', ['Anna Berg? @0:21 Ask?', 'Jo Lee? @0:40 Yes.']],
  [
    'Otter without names',
    'Speaker 1  0:21\nAsk?\n\nUnknown Speaker  0:40\nYes.\n',
    ['Speaker 1 @0:21 Ask?', 'Unknown Speaker? @0:40 Yes.'],
  ],
  [
    'Teams, downloaded',
    'Anna Berg   0:03\nAsk?\n\nJo Lee   0:08\nYes.\n\nAnna Berg   1:00:09\nSo.',
    ['Anna Berg @0:03 Ask?', 'Jo Lee? @0:08 Yes.', 'Anna Berg @1:00:09 So.'],
  ],
  [
    'Teams with one blank',
    'Anna Berg 0:03\nAsk?\nJo Lee 0:08\nYes.\nAnna Berg 0:11\nWhy?\nJo Lee 0:12\nSo.',
    ['Anna Berg @0:03 Ask?', 'Jo Lee @0:08 Yes.', 'Anna Berg @0:11 Why?', 'Jo Lee @0:12 So.'],
  ],
  [
    'Teams of old',
    '0:0:0.0 --> 0:0:2.180\nAnna Berg\nAsk?\n0:0:3.10 --> 0:0:12.9\nJo Lee\nYes.\n0:0:13.0 --> 0:0:14.2\nAnna Berg\nWhy?\n0:0:15.0 --> 0:0:16.2\nJo Lee\nSo.',
    [
      'Anna Berg @0:0:0.0-0:0:2.180 Ask?',
      'Jo Lee @0:0:3.10-0:0:12.9 Yes.',
      'Anna Berg @0:0:13.0-0:0:14.2 Why?',
      'Jo Lee @0:0:15.0-0:0:16.2 So.',
    ],
  ],
  [
    'Zoom as text',
    '1\n00:00:05.310 --> 00:00:08.010\nAnna Berg: Ask?\n\n2\n00:00:08.340 --> 00:00:12.900\nJo Lee: Yes.\n',
    ['Anna Berg? @00:00:05.310-00:00:08.010 Ask?', 'Jo Lee? @00:00:08.340-00:00:12.900 Yes.'],
  ],
  [
    'Zoom, saved',
    '[Anna Berg] 12:31:05\nAsk?\n\n[Jo Lee] 12:31:09\nYes.\n',
    ['Anna Berg? @12:31:05 Ask?', 'Jo Lee? @12:31:09 Yes.'],
  ],
  [
    'Zoom chat',
    '00:12:31\tAnna Berg: Ask?\n00:12:40\tJo Lee: Yes.',
    ['Anna Berg? @00:12:31 Ask?', 'Jo Lee? @00:12:40 Yes.'],
  ],
  [
    'Zoom chat with addressees',
    '12:31:05 From Anna Berg to Everyone:\n\tAsk?\n12:31:09 From  Jo Lee  to  Anna Berg(Direct Message) : Yes.',
    ['Anna Berg? @12:31:05 Ask?', 'Jo Lee? @12:31:09 Yes.'],
  ],
  [
    'Rev',
    'Anna Berg (00:03):\nAsk?\n\nJo Lee (00:08):\nYes.\n\nAnna Berg (01:00:09):\nSo.',
    ['Anna Berg @00:03 Ask?', 'Jo Lee? @00:08 Yes.', 'Anna Berg @01:00:09 So.'],
  ],
  [
    'Rev of old',
    'Speaker 1: (00:03)\nAsk?\n\nSpeaker 2: (00:08)\nYes.',
    ['Speaker 1 @00:03 Ask?', 'Speaker 2 @00:08 Yes.'],
  ],
  [
    'Temi',
    'Speaker 1:\t00:02\tAsk?\n\nSpeaker 2:\t00:05\tYes.',
    ['Speaker 1 @00:02 Ask?', 'Speaker 2 @00:05 Yes.'],
  ],
  [
    'Sonix',
    '[00:00:03] Speaker1\nAsk?\n\n[00:00:08] Speaker2\nYes.',
    ['Speaker1 @00:00:03 Ask?', 'Speaker2 @00:00:08 Yes.'],
  ],
  [
    'Trint',
    '[00:00:03] Anna Berg: Ask?\n\n[00:00:08] Jo Lee: Yes.\n[00:00:10] [INAUDIBLE]',
    ['Anna Berg? @00:00:03 Ask?', 'Jo Lee? @00:00:08 Yes. [00:00:10] [INAUDIBLE]'],
  ],
  [
    'Descript',
    '**Anna Berg:** [00:00:03] Ask?\n\n**Jo Lee:** [00:00:08] Yes.',
    ['Anna Berg? @00:00:03 Ask?', 'Jo Lee? @00:00:08 Yes.'],
  ],
  [
    'Happy Scribe',
    '[00:00:03.120] - Speaker 1\nAsk?\n\n[00:00:08.500] - Speaker 2\nYes.',
    ['Speaker 1 @00:00:03.120 Ask?', 'Speaker 2 @00:00:08.500 Yes.'],
  ],
  [
    'Happy Scribe with names',
    '[00:00:03.120] - Anna Berg\nAsk?\n\n[00:00:08.500] - Jo\nYes.\n\n[00:00:10.000] - Anna Berg\nWhy?\n\n[00:00:12.000] - Jo\nSo.',
    [
      'Anna Berg @00:00:03.120 Ask?',
      'Jo @00:00:08.500 Yes.',
      'Anna Berg @00:00:10.000 Why?',
      'Jo @00:00:12.000 So.',
    ],
  ],
  [
    'Word’s Transcribe',
    '00:00:03 Speaker 1\nAsk?\n\n00:00:08 Speaker 2\nYes.',
    ['Speaker 1 @00:00:03 Ask?', 'Speaker 2 @00:00:08 Yes.'],
  ],
  [
    'Amberscript',
    'Speaker 1\t00:00:03\nAsk?\n\nSpeaker 2\t00:00:08\nYes.',
    ['Speaker 1 @00:00:03 Ask?', 'Speaker 2 @00:00:08 Yes.'],
  ],
  ['noScribe', 'S00: Ask?\nS01: Yes.\nS00: Why?', ['S00 Ask?', 'S01 Yes.', 'S00 Why?']],
  ['WhisperX as text', '[SPEAKER_00]: Ask?\n[SPEAKER_01]: Yes.', ['SPEAKER_00 Ask?', 'SPEAKER_01 Yes.']],
  [
    'a time below the name',
    'Speaker 1\n0:21\nAsk?\n\nSpeaker 2\n0:40\nYes.',
    ['Speaker 1 @0:21 Ask?', 'Speaker 2 @0:40 Yes.'],
  ],
  [
    'a time above the name',
    '00:00:03\nAnna: Ask?\n\n00:00:08\nJo: Yes.\n\n00:00:09\nAnna: So.',
    ['Anna @00:00:03 Ask?', 'Jo? @00:00:08 Yes.', 'Anna @00:00:09 So.'],
  ],
  [
    'a time below the colon',
    'Anna:\n[00:00:03]\nAsk?\nJo:\n[00:00:08]\nYes.\nAnna:\n[00:00:09]\nSo.\nJo:\n[00:00:10]\nSo.',
    ['Anna @00:00:03 Ask?', 'Jo @00:00:08 Yes.', 'Anna @00:00:09 So.', 'Jo @00:00:10 So.'],
  ],
  [
    'a messenger',
    '[12/03/21, 10:15:01] Anna: Ask?\n12/03/21, 10:16 - Jo: Yes.',
    ['Anna? @10:15:01 Ask?', 'Jo? @10:16 Yes.'],
  ],
  [
    'morning and afternoon',
    '10:15 AM Anna: Ask?\n10:16 AM Jo: Yes.',
    ['Anna? @10:15 Ask?', 'Jo? @10:16 Yes.'],
  ],
  [
    'frames of a video',
    '00:00:03:12 Anna: Ask?\n00:00:08:01 Jo: Yes.',
    ['Anna? @00:00:03:12 Ask?', 'Jo? @00:00:08:01 Yes.'],
  ],
  [
    'a range of time',
    '[00:00:05 - 00:00:09] P1: Yes.\n[00:00:09 - 00:00:12] P2: So.',
    ['P1 @00:00:05-00:00:09 Yes.', 'P2 @00:00:09-00:00:12 So.'],
  ],
  [
    'a table of label and words',
    'I\tAsk?\nP1\tYes.\nI\tWhy?\nP1\tSo.',
    ['I Ask?', 'P1 Yes.', 'I Why?', 'P1 So.'],
  ],
  [
    'a table of label, time and words',
    'I\t00:01\tAsk?\nP1\t00:02\tYes.\nI\t00:03\tWhy?',
    ['I @00:01 Ask?', 'P1 @00:02 Yes.', 'I @00:03 Why?'],
  ],
  [
    'a table of time, label and words',
    '00:01\tI\tAsk?\n00:02\tP1\tYes.\n00:03\tI\tWhy?',
    ['I @00:01 Ask?', 'P1 @00:02 Yes.', 'I @00:03 Why?'],
  ],
  [
    'a numbered table',
    '1\t00:01\tI\tAsk?\n2\t00:02\tP1\tYes.\n3\t00:03\tI\tWhy?',
    ['I @00:01 Ask?', 'P1 @00:02 Yes.', 'I @00:03 Why?'],
  ],
  [
    'ELAN',
    'P1\t\t00:00:03.120\t3.12\t00:00:05.000\t5.0\t00:00:01.880\t1.88\tYes.\nI\t\t00:00:05.120\t5.12\t00:00:06.000\t6.0\t00:00:00.880\t0.88\tWhy?\nP1\t\t00:00:07.120\t7.12\t00:00:08.000\t8.0\t00:00:00.880\t0.88\tSo.',
    [
      'P1 @00:00:03.120-00:00:05.000 Yes.',
      'I @00:00:05.120-00:00:06.000 Why?',
      'P1 @00:00:07.120-00:00:08.000 So.',
    ],
  ],
  [
    'names before a tab',
    'Anna Berg\tAsk?\nJo\tYes.\nAnna Berg\tWhy?\nJo\tSo.',
    ['Anna Berg Ask?', 'Jo Yes.', 'Anna Berg Why?', 'Jo So.'],
  ],
  [
    'German words',
    'Interviewerin: Ask?\nBefragter: Yes.\nInterviewerin: Why?',
    ['Interviewerin Ask?', 'Befragter Yes.', 'Interviewerin Why?'],
  ],
  [
    'German letters',
    'I: Ask?\nB: Yes.\nI: Why?\nB: So.\nB1: Also.',
    ['I Ask?', 'B Yes.', 'I Why?', 'B So.', 'B1 Also.'],
  ],
  [
    'IP and numbered speakers',
    'I1: Ask?\nIP: Yes.\nSprecher 2: Why?\nIP: So.',
    ['I1 Ask?', 'IP Yes.', 'Sprecher 2 Why?', 'IP So.'],
  ],
  ['French', 'Q : Ask ?\nR : « Yes. »\nQ : Why ?\nR : So.', ['Q Ask ?', 'R « Yes. »', 'Q Why ?', 'R So.']],
  [
    'French with a no-break space',
    'Enquêtrice\u00a0: Ask ?\nEnquêté\u00a0: Yes.\nEnquêtrice\u00a0: Why ?',
    ['Enquêtrice Ask ?', 'Enquêté Yes.', 'Enquêtrice Why ?'],
  ],
  [
    'Spanish',
    'Entrevistadora: ¿Ask?\nEntrevistado: Yes.\nENTREVISTADORA: ¿Why?',
    ['Entrevistadora ¿Ask?', 'Entrevistado Yes.', 'Entrevistadora ¿Why?'],
  ],
  ['Portuguese', 'Pesquisador: Ask?\nEntrevistada: Yes.', ['Pesquisador Ask?', 'Entrevistada Yes.']],
  [
    'Arabic with marks of direction',
    '\u200fالمحاور\u200f: Ask?\n\u200fالمشارك\u200f:\u200f Yes.\n\u200fالمحاور\u200f: Why?',
    ['المحاور Ask?', 'المشارك \u200f Yes.', 'المحاور Why?'],
  ],
  ['Hebrew', 'מראיינת: Ask?\nמרואיין: Yes.', ['מראיינת Ask?', 'מרואיין Yes.']],
  [
    'Hebrew names',
    '\u202bדנה: Ask?\n\u202bיוסי: Yes.\n\u202bדנה: Why?\n\u202bיוסי: So.',
    ['דנה Ask?', 'יוסי Yes.', 'דנה Why?', 'יוסי So.'],
  ],
  [
    'Japanese letters',
    'Ａ：Ask。\nＢ：Yes。\nＡ：Why。\nＢ：So。',
    ['Ａ Ask。', 'Ｂ Yes。', 'Ａ Why。', 'Ｂ So。'],
  ],
  ['Japanese words', '聞き手：Ask。\n話者１：Yes。', ['聞き手 Ask。', '話者１ Yes。']],
  [
    'Chinese names',
    '张伟：Ask。\n李娜：Yes。\n张伟：Why。\n李娜：So。',
    ['张伟 Ask。', '李娜 Yes。', '张伟 Why。', '李娜 So。'],
  ],
  ['Korean', '면접자: Ask.\n참가자 1: Yes.', ['면접자 Ask.', '참가자 1 Yes.']],
  ['Russian', 'Интервьюер: Ask?\nРеспондент: Yes.', ['Интервьюер Ask?', 'Респондент Yes.']],
  ['initials', 'MJ: Ask?\nA.B.: Yes.\nMJ: Why?\nA.B.: So.', ['MJ Ask?', 'A.B. Yes.', 'MJ Why?', 'A.B. So.']],
  [
    'question and answer',
    'Question: Ask?\nAnswer: Yes.\nQuestion: Why?\nAnswer: So.',
    ['Question Ask?', 'Answer Yes.', 'Question Why?', 'Answer So.'],
  ],
  ['a dash after ids', 'I – Ask?\nP1 – Yes.\nI – Why?\nP1 - So.', ['I Ask?', 'P1 Yes.', 'I Why?', 'P1 So.']],
  [
    'a dash after names',
    'Anna — Ask?\nJo — Yes.\nAnna — Why?\nJo — So.',
    ['Anna Ask?', 'Jo Yes.', 'Anna Why?', 'Jo So.'],
  ],
  [
    'a full stop after ids',
    'P1. Yes.\nP2. No.\nP1. Why?\nP2. So.',
    ['P1 Yes.', 'P2 No.', 'P1 Why?', 'P2 So.'],
  ],
  ['round brackets', '(P1) Yes.\n(P2) So.', ['P1 Yes.', 'P2 So.']],
  ['curly brackets', '{P1} Yes.\n{P2}: So.', ['P1 Yes.', 'P2 So.']],
  ['angle brackets', '<P1> Yes.\n<Interviewer> Why?', ['P1 Yes.', 'Interviewer Why?']],
  [
    'names in brackets',
    '[Anna] Ask?\n[Jo] Yes.\n[Anna] Why?\n[Jo] So.',
    ['Anna Ask?', 'Jo Yes.', 'Anna Why?', 'Jo So.'],
  ],
  ['line numbers', '12 I: Ask?\n13 P1: Yes.\n0014 I: Why?', ['I Ask?', 'P1 Yes.', 'I Why?']],
  [
    'line numbers with a full stop and names',
    '1. Anna: Ask?\n2. Jo: Yes.\n3. Anna: Why?\n4. Jo: So.',
    ['Anna Ask?', 'Jo Yes.', 'Anna Why?', 'Jo So.'],
  ],
  ['quotation marks of mail', '> I: Ask?\n> > P1: Yes.\n>I: Why?', ['I Ask?', 'P1 Yes.', 'I Why?']],
  [
    'arrows',
    '>> ANNA: Ask?\n>> JO: Yes.\n>> ANNA: Why?\n>> JO: So.',
    ['ANNA Ask?', 'JO Yes.', 'ANNA Why?', 'JO So.'],
  ],
  ['bold marks in plain text', '**I:** Ask?\n**P1**: Yes.\n__I:__ Why?', ['I Ask?', 'P1 Yes.', 'I Why?']],
  ['words on the line below', 'I:\nAsk?\n\nP1:\nYes.\n\nI:\nWhy?', ['I Ask?', 'P1 Yes.', 'I Why?']],
  [
    'words below names',
    'Anna:\nAsk?\n\nJo:\nYes.\n\nAnna:\nWhy?\n\nJo:\nSo.',
    ['Anna Ask?', 'Jo Yes.', 'Anna Why?', 'Jo So.'],
  ],
  [
    'capitals on their own line',
    'INTERVIEWER\nAsk?\nMOREAU\nYes.\nINTERVIEWER\nWhy?\nMOREAU\nSo.',
    ['INTERVIEWER Ask?', 'MOREAU Yes.', 'INTERVIEWER Why?', 'MOREAU So.'],
  ],
  [
    'roles in small letters',
    'Data scientist: Yes.\nProduct owner: So.\nData scientist: No.\nProduct owner: So.',
    ['Data scientist? Yes.', 'Product owner? So.', 'Data scientist? No.', 'Product owner? So.'],
  ],
  ['a role in brackets', 'P1 (data scientist): Yes.\nP1: So.', ['P1 Yes.', 'P1 So.']],
  [
    'a line before the first turn',
    'Notes of May\n\nI: Ask?\nP1: Yes.',
    ['– Notes of May', 'I Ask?', 'P1 Yes.'],
  ],
  ['letters', 'A: Ask?\nB: Yes.\nA: Why?\nB: So.', ['A Ask?', 'B Yes.', 'A Why?', 'B So.']],
  [
    'a dot before the time',
    'Anna Berg • 00:03\nAsk?\nJo Lee · 00:08\nYes.',
    ['Anna Berg? @00:03 Ask?', 'Jo Lee? @00:08 Yes.'],
  ],
  [
    'full names above words',
    'Anna Berg\nAsk?\n\nJo Lee\nYes.\n\nAnna Berg\nWhy?\n\nJo Lee\nSo.',
    ['Anna Berg Ask?', 'Jo Lee Yes.', 'Anna Berg Why?', 'Jo Lee So.'],
  ],
  ['lettered speakers', 'SPEAKER A: Ask?\nSPEAKER B: Yes.', ['SPEAKER A Ask?', 'SPEAKER B Yes.']],
  [
    'numbered with a sign',
    'Participant #1: Yes.\nParticipant #2: So.',
    ['Participant #1 Yes.', 'Participant #2 So.'],
  ],
  ['small letters', 'interviewer: ask?\nparticipant: yes.', ['interviewer ask?', 'participant yes.']],
  [
    'no blank behind the colon',
    'Interviewer:Ask?\nAnna:Yes.\nInterviewer:Why?\nAnna:So.',
    ['Interviewer Ask?', 'Anna Yes.', 'Interviewer Why?', 'Anna So.'],
  ],
  [
    'roles with letters',
    'Team lead (A): ask\nData engineer (B): yes\nTeam lead (A): why\nData engineer (B): so\nTeam lead (A): ok\nData engineer (B): yes',
    [
      'Team lead (A) ask',
      'Data engineer (B) yes',
      'Team lead (A) why',
      'Data engineer (B) so',
      'Team lead (A) ok',
      'Data engineer (B) yes',
    ],
  ],
  [
    'a note in a talk without full stops',
    'I: ask\nP1: yes\nI: why\nNote: late\nP1: so',
    ['I ask', 'P1 yes', 'I why Note: late', 'P1 so'],
  ],
  [
    'a time before the words',
    'P1 [00:12:31 - 00:12:40] Yes.\nAnna Berg (0:42) No.\nP1 [00:12:50] So.\nAnna Berg (0:58) Why?',
    ['P1 @00:12:31-00:12:40 Yes.', 'Anna Berg @0:42 No.', 'P1 @00:12:50 So.', 'Anna Berg @0:58 Why?'],
  ],
  [
    'one who speaks once where others speak again',
    'Anna Berg 00:05\nAsk?\nJo Lee 00:08\nYes.\nAnna Berg 00:13\nSo.',
    ['Anna Berg @00:05 Ask?', 'Jo Lee? @00:08 Yes.', 'Anna Berg @00:13 So.'],
  ],
  [
    'one who speaks once below a time',
    '00:00:05 Speaker 1\nAsk?\n00:00:08 Jo\nYes.\n00:00:13 Speaker 1\nSo.',
    ['Speaker 1 @00:00:05 Ask?', 'Jo? @00:00:08 Yes.', 'Speaker 1 @00:00:13 So.'],
  ],
  [
    'one who speaks once above the words',
    'Anna Berg:\nAsk?\n\nJo Lee:\nYes.\n\nAnna Berg:\nSo.',
    ['Anna Berg Ask?', 'Jo Lee? Yes.', 'Anna Berg So.'],
  ],
  [
    'Chinese names that come once, with times',
    '张伟(00:00:03): Ask。\n李娜(00:00:10): Yes。\n张伟(00:00:31): So。',
    ['张伟 @00:00:03 Ask。', '李娜? @00:00:10 Yes。', '张伟 @00:00:31 So。'],
  ],
  [
    'Chinese names and one blank',
    '张伟 00:03\nAsk。\n李娜 00:10\nYes。\n张伟 00:31\nWhy。\n李娜 00:40\nSo。',
    ['张伟 @00:03 Ask。', '李娜 @00:10 Yes。', '张伟 @00:31 Why。', '李娜 @00:40 So。'],
  ],
  [
    'Japanese names before a wide blank',
    '田中　Ask。\n山本　Yes。\n田中　Why。\n山本　So。',
    ['田中 Ask。', '山本 Yes。', '田中 Why。', '山本 So。'],
  ],
  [
    'Japanese words with times',
    'スピーカー 1 00:03\nAsk。\n\nスピーカー 2 00:10\nYes。',
    ['スピーカー 1 @00:03 Ask。', 'スピーカー 2 @00:10 Yes。'],
  ],
  ['Thai', 'ผู้สัมภาษณ์: Ask\nผู้ให้สัมภาษณ์: Yes', ['ผู้สัมภาษณ์ Ask', 'ผู้ให้สัมภาษณ์ Yes']],
  [
    'who is not known for sure',
    'I: Ask?\nP1?: Yes.\nI: Why?\nP1: So.',
    ['I Ask?', 'P1?? Yes.', 'I Why?', 'P1 So.'],
  ],
  ['a group', 'P1: Yes.\nAll: Yes!\nP2: So.\nAll: So!', ['P1 Yes.', 'All? Yes!', 'P2 So.', 'All? So!']],
  [
    'telephones',
    'Anna Berg   0:03\nAsk?\n+49 171 *****12   0:15\nYes.\nAnna Berg   0:31\nWhy?\n16175551234   0:33\nSo.',
    ['Anna Berg @0:03 Ask?', '+49 171 *****12? @0:15 Yes.', 'Anna Berg @0:31 Why?', '16175551234? @0:33 So.'],
  ],
  [
    'names in small letters that come again and again',
    'anna berg: ask\njo: yes\nanna berg: why\njo: so\nanna berg: ok\njo: the thing is: no\nwell: yes',
    [
      'anna berg? ask',
      'jo? yes',
      'anna berg? why',
      'jo? so',
      'anna berg? ok',
      'jo? the thing is: no well: yes',
    ],
  ],
  ['letters with a full stop', 'Q. Ask?\nA. Yes.\nQ. Why?\nA. So.', ['Q Ask?', 'A Yes.', 'Q Why?', 'A So.']],
  ['line numbers in brackets', '(1) I: Ask?\n[2] P1: Yes.\n(3) I: Why?', ['I Ask?', 'P1 Yes.', 'I Why?']],
  [
    'a messenger with people who are in no address book',
    '[02.03.21, 10:03:12] Anna Berg: Ask?\n[02.03.21, 10:05:12] ~ Max: Yes.',
    ['Anna Berg? @10:03:12 Ask?', 'Max? @10:05:12 Yes.'],
  ],
  [
    'CHAT',
    '@Participants:\tINV Anna Investigator, PAR Jo Participant\n*INV:\task ?\n*PAR:\tyes .\n%mor:\tadv|yes\n*PAR:\tso .\n*INV:\twhy ?',
    [
      '– @Participants: INV Anna Investigator, PAR Jo Participant',
      'INV ask ?',
      'PAR? yes . %mor: adv|yes',
      'PAR? so .',
      'INV why ?',
    ],
  ],
  [
    'two people at once',
    'P1 & P2: Yes.\nI: Why?\nP1/P2: So.\nP1 & P2: So.',
    ['P1 & P2 Yes.', 'I Why?', 'P1/P2? So.', 'P1 & P2 So.'],
  ],
];

describe('the speakers of a transcript', () => {
  it.each(transcripts)('are found in the form of %s', (_name, text, turns) => {
    expect(listTurns(text)).toEqual(turns);
  });
});

// Said between the turns of I and P1, and between those of Anna and Jo.
const said = [
  'for example: the logs',
  'also: die Logs',
  'logs: many',
  'our logs (10:30) are many',
  'Jo Lee (10:30) was there',
  'All: of them',
  'For example: the logs',
  'e.g.: the logs',
  'Example: the logs',
  'Note: it is late',
  'NOTE: it is late',
  'Note that: it is late',
  'PS: it is late',
  'Re: the models',
  'RE: the models',
  'Fwd: the models',
  'Q&A: at the end',
  'FAQ: see below',
  'Background: we began in May',
  'BACKGROUND:',
  'Results: it was faster',
  'METHODS',
  'Next Steps:',
  'OPEN QUESTIONS:',
  'Summary:',
  'She said: wait',
  'He asked me: why?',
  'Anna said: wait',
  'And then Anna told me: stop',
  'Jo replied: no',
  'Er meinte: nein',
  'Elle a dit : non',
  'https://example.org/a',
  'https: is what they use',
  'See https://example.org/a',
  'mailto:jo@example.org',
  'www.example.org: our page',
  'C:\\data\\raw',
  'file:///data/raw',
  '10:30',
  '10:30 was late',
  '10:30: we met',
  'At 10:30',
  'We met at 10:30',
  'It was 3:1',
  'Ratio 3:1 of course',
  '[00:12:31] and then we stopped',
  '(00:12:31)',
  '#00:12:31-4#',
  '[laughs] and then we stopped',
  '(laughs)',
  '[inaudible 00:12:31]',
  '[Music]',
  '[...]',
  '• collect: from the hubs',
  '- first: the data',
  '1. Collect: from the hubs',
  '2) Testing: by hand',
  '* Deploy: every week',
  'a) Data: from hubs',
  '12 Monkeys: a film',
  'Date: 2021-01-18',
  'Participants: P1, P2',
  'Address: Main Street 5',
  'Room 5: upstairs',
  'Tel: 555 12 34',
  'Email: a@example.org',
  'Datum: 18.01.2021',
  'Hinweis: es ist spät',
  'Exemple : les journaux',
  'Nota: es tarde',
  '例如：星期五',
  '注：星期五',
  'ملاحظة: غدا',
  'The three things that we always do first: wait',
  'What we do: wait',
  'Always: wait',
  'So: wait',
  'Well: wait',
  'Yes: always',
  'OK: done',
  'One thing: money',
  'February 9, 2021, 9:02AM',
  'Monday: at the plant',
  '9 Feb 2021: we met',
  'Data\t3',
  'Name\tValue',
  'SUMMARY',
  'PHASE TWO',
  'We tested - of course - by hand',
  'Friday - we wait',
  'A - B - C',
  'Mid-2020. We began',
  'Python 3. It is slow',
  '“Wait: there is more”',
  '« Attendez : non »',
  'a: b',
  'x: 3',
  '{"model": "a"}',
  'model: gpt',
  '<br>',
  '<b>bold</b>',
  '# Heading',
  '=====',
  '...:',
  ':',
  '::',
  ': wait',
  '\t: wait',
  'Thank you: bye',
  'To do: tests',
  'Option A: wait',
  'Class:Method',
  'Ada Lovelace',
  'Next Steps',
  'Sincerely, Anna',
  'Chapter 3: Tests',
  'Table 2: Models',
  'Step 1: collect',
  'Section A: data',
  'Figure 4: a model',
];

describe('what somebody says', () => {
  it.each(said.map((line) => [line]))('%j begins no turn', (line) => {
    const ids = findTurns(`I: Go on.\nP1: Well.\n${line}\nI: Thank you.\nP1: Yes.\n`);
    expect(ids.speakers.map(({ label }) => label)).toEqual(['I', 'P1']);
    const timed = findTurns(`Anna Berg  0:21\nGo on.\n${line}\nJo Lee  0:30\nYes.\nAnna Berg  0:40\nNo.\n`);
    expect(timed.speakers.map(({ label }) => label)).toEqual(['Anna Berg', 'Jo Lee']);
  });

  it.each([['Always: wait'], ['Note: wait'], ['OPEN QUESTIONS:'], ['1. Testing: by hand']])(
    '%j is no speaker in doubt that hides behind names',
    (line) => {
      const { speakers } = findTurns(`Anna: Go on.\nJo: Well.\n${line}\nAnna: Thank you.\nJo: Yes.\n`);
      const sure = speakers.filter(({ isDoubtful }) => !isDoubtful).map(({ label }) => label);
      expect(sure).toEqual(['Anna', 'Jo']);
    },
  );
});

describe('a label that comes once', () => {
  it.each([
    ['P2: Yes.', 'P2', false],
    ['Speaker 3: Yes.', 'Speaker 3', false],
    ['Moderator: Yes.', 'Moderator', false],
    ['RQ1: Yes.', 'RQ1', true],
    ['GPT4: Yes.', 'GPT4', true],
    ['Maria: Yes.', 'Maria', true],
    ['Anna van der Berg: Yes.', 'Anna van der Berg', true],
  ])('as in %j, is of %j, in doubt: %j', (line, label, isDoubtful) => {
    const { speakers } = findTurns(`I: Go.\nAnna: Well.\n${line}\nI: On.\nAnna: Yes.\nI: Thanks.\n`);
    expect(speakers.find((speaker) => speaker.label === label)?.isDoubtful).toBe(isDoubtful);
  });
});
