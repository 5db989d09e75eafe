import { newGuid } from '../guid.ts';
import { type RatingValue, ratingValues } from '../model/rating.ts';
import { integer, oneOf, query, type ReadHandle, text, type WriteHandle } from '../sql.ts';

/** How far each precondition is achieved in each company. */
const columns = {
  id: integer,
  companyId: integer,
  itemRef: text,
  value: oneOf(ratingValues),
  rationale: text,
  coderId: integer,
  coder: text,
  ratedAt: text,
};
const allRatings = query(
  columns,
  `SELECT r.id, r.company_id AS companyId, r.item_ref AS itemRef, r.value, r.rationale, r.coder_id AS coderId,
     k.name AS coder, r.rated_at AS ratedAt
   FROM ratings r JOIN coders k ON k.id = r.coder_id ORDER BY r.company_id, r.id`,
);
const restsOn = query(
  { ratingId: integer, excerptId: integer },
  'SELECT rating_id AS ratingId, excerpt_id AS excerptId FROM rating_excerpts ORDER BY 1, 2',
);
const ofRating = query(
  { excerptId: integer },
  'SELECT excerpt_id AS excerptId FROM rating_excerpts WHERE rating_id = ?',
);
const byItem = query({ id: integer }, 'SELECT id FROM ratings WHERE company_id = ? AND item_ref = ?');

export type RatingRow = {
  id: number;
  companyId: number;
  itemRef: string;
  value: RatingValue;
  rationale: string;
  coderId: number;
  coder: string;
  ratedAt: string;
  excerptIds: number[];
};

/** Returns every rating with the excerpts it rests on. */
export function listRatings(read: ReadHandle): RatingRow[] {
  const excerpts = new Map<number, number[]>();
  for (const { ratingId, excerptId } of read.all(restsOn)) {
    excerpts.set(ratingId, [...(excerpts.get(ratingId) ?? []), excerptId]);
  }
  return read.all(allRatings).map((rating) => ({ ...rating, excerptIds: excerpts.get(rating.id) ?? [] }));
}

/** Returns the ratings of each company as a map from precondition to rating. */
export function mapRatings(read: ReadHandle): Map<number, Map<string, RatingValue>> {
  const byCompany = new Map<number, Map<string, RatingValue>>();
  for (const { companyId, itemRef, value } of read.all(allRatings)) {
    const ratings = byCompany.get(companyId) ?? new Map<string, RatingValue>();
    byCompany.set(companyId, ratings.set(itemRef, value));
  }
  return byCompany;
}

export type NewRating = {
  companyId: number;
  itemRef: string;
  value: RatingValue;
  rationale: string;
  coderId: number;
  excerptIds: readonly number[];
};

/** Sets the rating of one precondition in one company, with the excerpts it rests on; returns its id. */
export function saveRating(write: WriteHandle, rating: NewRating): number {
  const { companyId, itemRef, value, rationale, coderId } = rating;
  const ratedAt = new Date().toISOString();
  const known = write.find(byItem, companyId, itemRef);
  const id =
    known?.id ??
    write.insert('ratings', { guid: newGuid(), companyId, itemRef, value, rationale, coderId, ratedAt });
  if (known) {
    write.run(
      'UPDATE ratings SET value = ?, rationale = ?, coder_id = ?, rated_at = ? WHERE id = ?',
      value,
      rationale,
      coderId,
      ratedAt,
      id,
    );
  }
  setRatingExcerpts(write, id, rating.excerptIds);
  return id;
}

/** Takes a rating back; the precondition is unrated again. */
export function deleteRating(write: WriteHandle, companyId: number, itemRef: string): void {
  write.run('DELETE FROM ratings WHERE company_id = ? AND item_ref = ?', companyId, itemRef);
}

function setRatingExcerpts(write: WriteHandle, ratingId: number, excerptIds: readonly number[]): void {
  const wanted = new Set(excerptIds);
  for (const { excerptId } of write.all(ofRating, ratingId)) {
    if (wanted.delete(excerptId)) continue;
    write.run('DELETE FROM rating_excerpts WHERE rating_id = ? AND excerpt_id = ?', ratingId, excerptId);
  }
  for (const excerptId of wanted) {
    write.run('INSERT INTO rating_excerpts (rating_id, excerpt_id) VALUES (?, ?)', ratingId, excerptId);
  }
}
