/**
 * Which characters words are made of and how they are folded, exactly as the index does it (SQLite's FTS5, unicode61 with
 * remove_diacritics 2). Written down as data, since neither JavaScript's classes of characters nor its small letters
 * are the same: a test asks SQLite about every character there is. Numbers to the base of 36.
 */

/** Characters of words, as pairs: how many are left out, how many follow. */
export const wordRanges =
  '1c a 7 q 6 q 1b 1 7 2 1 1 3 2 1 3 1 n 1 v 1 cq 4 c e 5 7 1 1 1 3l 5 1 8 1 5 2 1 1 32 1 3v 8 5s 6 ' +
  '15 2 4 1 1 1j 17 2 b 5 1 m 2 2 17 l a 4 2 1 2r 1 1 f 2 7 f 2 1 e 1 1 1 1 u r 2j b 1m 9 2 4 s 4 1 9 ' +
  '1 3 1 5 2 f q 3 2 1 3p r 1 4 1i 3 1 i 1 7 a 4 a 1 g 3 1k 1 1 7 2 2 2 3 9 1 a 2 e 2 6 2 5 3 1k 1 1 ' +
  '5 4 2 2 3 3 1 u 2 3 1 b 3 1k 1 1 8 1 3 1 3 k 2 c 2 f 3 1k 1 1 7 2 2 2 3 8 2 a 2 c 1 h 1 1n 5 3 3 1 ' +
  '4 9 1 r 8 6 3 1m 7 1 3 1 4 7 2 b 2 r 1 2 2 1k 1 1 7 1 3 1 4 7 2 b 2 u 2 1m 7 1 3 1 4 9 1 a 2 l 1 8 ' +
  '2 1y 1 4 6 1 1 1 8 i 3 1o 1 2 7 4 1 7 9 a 2 2d 1 2 6 1 2 b 6 1f v k c 1d n 5 b 1 10 1 f 1 d 28 k b ' +
  '6 6 4 4 3 1 3 2 7 3 4 d c 1 1 a 6 2j 1 gx c 13 a 2u 1 h8 2 h 1 q 2 26 3 10 3 t 5 r 2 u 2 1s z 1 4 ' +
  '1 1 y f 4a 1 3a c 4 c 4 1 3 2 2y h 7 2 k y n 5 2 2 1h a 1 t 2 1 w 7 1 6 2a 5 1b h l z 3 3 u d 1k e ' +
  '8 4 10 k 3 5 1q 2 1s 8 8 p 4 1 4 3 5n 13 l 4 cd 1 1 3 b 3 d 3 d 3 d 2 1 2t 5 6 a 5 b 5 h q m x f 2 ' +
  '1 4 1 2 a 1 1 3 5 6 1 1 1 1 1 1 4 1 b 2 4 5 5 4 1 1 1s h0 c 13 p b 29 26 m e8 1 39 u qh 3 a az 6 4 ' +
  '3 7 4 1 2 34 1 e 1 2o 27 1 c 1w q 1 2h c 5y q c 4 5 3 p 9 7 5 2 5 3 2h 4 3 1 2i 1 44 2 4 a w 10 s ' +
  'v b u 8 1 f w a 13 f 1r 1 74 534 1s h3k 1j 1j 2 7h 3 2n g w 1 28 8 8 n 9 2 2v 2 3b 1 3 1 4 1 n 9 a ' +
  '4 1m 4 8 2 1e h 9 2 g i 6 3 17 a n d b 1 w 4 1b r g 2 21 e c 1 8 2 e 4 n 3 1 1 1g 1 1 3 2 2 5 2 1 ' +
  '1 s 2 b 7 3 2 6k b 8pe 1kw 5cu 1 a 1 3s g ak 2 58 2 2 q 6 7 9 z 1 j 1 4 43 1 1 f a 7 q 6 q b 3e 7 ' +
  '1 7 a 7 74 3 1g 9 1l h 6 c 1g 1a bl 1 1c 1 w6 1 5j 1 v 1 5d 3 1 2 5 4 14 3 4 1 g 9 12 1 55 7 xs 3 ' +
  '1h m 1e 3 19 i 1q 3 10 e b 4 1o 3 1c e 4 4 yq d 2pk 4 esd 1a g 4 j1p 6u a 13 2 51 y 1y 56 2f oa 1 ' +
  'p 1 v 1 p 1 v 1 p 1 v 1 p 1 v 1 p 1 4ks 2 7i 18 4 2s c f 2 e 2 f 1 f 1c v 1 1o 4 17 23 t d 17 5 9 ' +
  '7 2 4u x f 6 1 1y 3 k c 11 1 5 l h f 1r 1 1 1 52 1 4 3 1q 2 4 c o 43 1y 4 b 1c 1y 1m 38 gwi5 1 u ' +
  '2o 3k 6o 47bk';

/** Accents that stand behind their letter; within a word they are skipped. As pairs, like the characters of words. */
export const markRanges = 'lc 5 1 7 2 1 1 1 9 1 7 6 4 2 1 2';

/**
 * Characters that are folded into another one, as `gap/shift`: how far after the last one, and how far away the
 * other one is. Behind it the length of a run: `+` of neighbours with the same shift, `:` of every second character
 * with the same shift, `=` and `~` likewise when all become the same one.
 */
export const foldRuns =
  '1t/w+q 38/lj b/-2n=6 6/w 1/-2s 1/-2r=4 4/-2r=4 4/w 1/-2r+2 2/-2s=4 5/w 1/-2s=4 4/-2s 1/w 2/-3j=6 ' +
  '7/-3o 1/-3n=4 4/-3n=4 5/-3n+2 2/-3o=4 6/-3o=4 4/-3o~2 3/-4f=6 6/-4j=8 8/-4q=2 2/1 2/-4t=a a/-51=8 ' +
  '8/-58=2 2/1 2/-5b=9 a/1 2/-5m=2 2/-5n=2 3/-5p=6 6/1:2 4/-5x=6 7/1 2/-65=6 6/1 2/-6a=6 6/-6f=8 ' +
  '8/-6m=4 4/1 2/-6r=c c/-71=2 2/-71=3 3/-73=6 6/-7g 2/5u 1/1:2 4/5q 1/1 2/5p+2 2/1 3/27 1/5m 1/5n ' +
  '1/1 2/5p 1/5r 2/5v 1/5t 1/1 4/5v 1/5x 2/5y 1/-8h=2 2/1:2 4/62 1/1 2/62 3/1 2/62 1/-8q=2 2/61+2 ' +
  '2/1:2 4/63 1/1 4/1 8/2=2 3/2=2 3/2=2 3/-a4=2 2/-9y=2 2/-9u=2 2/-9q=a b/-al=2 2/1:3 6/-an=2 2/-al=2 ' +
  '2/-aj=4 4/1 2/-au 1/2=2 3/-b1=2 2/-2p 1/-1k 1/-ay=2 2/-bd=2 2/1:2 4/-bj=4 4/-bj=4 4/-bj=4 4/-bh=4 ' +
  '4/-bi=4 4/-bj=4 4/-bp=2 2/-bq=2 2/1 2/-c6=2 2/-3m 2/1:2 4/-cl=2 2/-cj=2 2/-cb=8 8/-c9=2 8/8bv 1/1 ' +
  '2/-4j 1/8bs 3/1 2/-5f 1/1x 1/1z 1/1:5 8a/1:2 6/1 g/12 2/11+3 4/1s 2/1r+2 3/w+h i/w+9 v/1 d/8 1/-u ' +
  '1/-p 4/-f 1/-m 2/1:c o/-1i 1/-1c 3/-1o 1/-1s 2/1 2/-7 1/1 3/-3m+3 3/28+g g/w+w 28/1:h 16/1:r 1i/f ' +
  '1/1:7 f/1:18 2p/1c+12 29b/5ls+12 13/5ls 6/5ls 2lv/-5un=2 2/-5uo=6 6/-5ut=2 2/-5uu=a a/-5v3=a ' +
  'a/-5vc=2 2/-5vd=2 2/-5ve=a a/-5vn=4 4/-5vp=6 6/-5vu=8 8/-5w1=6 6/-5w6=8 8/-5wd=8 8/-5wk=4 4/-5wm=8 ' +
  '8/-5wt=a a/-5x2=8 8/-5x9=a a/-5xi=4 4/-5xl=a a/-5xu=4 4/-5xx=2 2/-5xy=6 6/-5ym 1/-5yb 1/-5y9 ' +
  '1/-5y8 2/-5yg 3/-5vj 2/-5z3=o o/-5zn=g g/-5zz=4 4/-5zx=o o/-60f=e e/-60p=8 8/1:3 e/-8+8 g/-8+6 ' +
  'g/-8+8 g/-8+8 g/-8+6 h/-8:4 f/-8+8 w/-8+8 g/-8+8 g/-8+8 g/-8+2 2/-22+2 2/-9 2/-5j9 a/-2e+4 4/-9 ' +
  'c/-8+2 2/-2s+2 e/-8+2 2/-34+2 2/-7 c/-3k+2 2/-3i+2 2/-9 8a/-5st 4/-6gv 1/-6h6 7/s 1a/g+g z/1 ' +
  '22l/1c+1b 2o/1 2/-8af 1/-2xy 1/-89z 3/1:3 6/-8bg 1/-8al 1/-8bj 1/-8bi 2/1 3/1 9/-8cf+2 2/1:1e ' +
  '2z/1:2 7/1 nym/1:n 1s/1:c 4i/1:7 g/1:v 1z/1:2 4/-r9g 1/1:5 d/1 2/-wmg 3/1:2 g/1:5 a/-wn8 h9z/w+q ' +
  'yn/14+14';
