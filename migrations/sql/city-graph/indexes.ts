/**
 * One index for each way in which the API pages through a list (sort key, then slug, as keyset pagination compares them), one for
 * each foreign key that is followed backwards, and trigram and full-text indexes for search. Unknown dates sort as the lowest.
 */
export const indexes = /* sql */ `
CREATE INDEX country_name_order_idx ON country ((fold(name) COLLATE "C"), code);

CREATE INDEX city_name_order_idx ON city ((fold(name) COLLATE "C"), slug);
CREATE INDEX city_population_order_idx ON city ((coalesce(population, -1)), slug);
CREATE INDEX city_network_count_order_idx ON city (network_count, slug);
CREATE INDEX city_solution_count_order_idx ON city (solution_count, slug);
CREATE INDEX city_country_order_idx ON city (country_id, (fold(name) COLLATE "C"), slug);
CREATE INDEX city_region_order_idx ON city (region, (fold(name) COLLATE "C"), slug);
CREATE INDEX city_location_idx ON city (latitude, longitude);
CREATE INDEX city_name_trigram_idx ON city USING gin (fold(name) gin_trgm_ops);
CREATE INDEX city_name_name_trigram_idx ON city_name USING gin (fold(name) gin_trgm_ops);
-- Names in scripts without trigrams (Chinese, Japanese) are found by their beginning.
CREATE INDEX city_name_fold_idx ON city_name ((fold(name) COLLATE "C"));
CREATE UNIQUE INDEX city_name_preferred_idx ON city_name (city_id, locale) INCLUDE (name) WHERE preferred;

CREATE INDEX initiative_name_order_idx ON initiative ((fold(name) COLLATE "C"), slug);
CREATE INDEX network_name_order_idx ON network ((fold(name) COLLATE "C"), slug);
CREATE INDEX network_member_count_order_idx ON network (member_count, slug);
CREATE INDEX network_started_on_order_idx ON network ((coalesce(started_on, '-infinity')), slug);
CREATE INDEX network_initiative_id_idx ON network (initiative_id);
CREATE INDEX network_successor_id_idx ON network (successor_id);

CREATE INDEX membership_city_id_idx ON membership (city_id, network_id);
CREATE INDEX membership_network_id_idx ON membership (network_id, city_id);
CREATE INDEX membership_boundary_idx ON membership (started_on, ended_on);
CREATE INDEX signature_city_id_idx ON signature (city_id);
CREATE INDEX signature_collective_action_order_idx ON signature
  (collective_action_id, (coalesce(signed_on, '-infinity')), slug);
CREATE INDEX collective_action_name_order_idx ON collective_action ((fold(name) COLLATE "C"), slug);

CREATE INDEX solution_published_order_idx ON solution ((coalesce(published_at, '-infinity')), slug)
  WHERE status = 'PUBLISHED';
CREATE INDEX solution_sector_order_idx ON solution (sector, (coalesce(published_at, '-infinity')), slug)
  WHERE status = 'PUBLISHED';
CREATE INDEX solution_city_order_idx ON solution (city_id, (coalesce(published_at, '-infinity')), slug);
CREATE INDEX solution_title_order_idx ON solution ((fold(title) COLLATE "C"), slug) WHERE status = 'PUBLISHED';
CREATE INDEX solution_adoption_count_order_idx ON solution (adoption_count, slug) WHERE status = 'PUBLISHED';
CREATE INDEX solution_document_idx ON solution
  USING gin (solution_document(original_locale, title, summary, body));
CREATE INDEX solution_translation_document_idx ON solution_translation
  USING gin (solution_document(locale, title, summary, body));
CREATE INDEX solution_title_trigram_idx ON solution USING gin (fold(title) gin_trgm_ops);
CREATE INDEX solution_translation_title_trigram_idx ON solution_translation USING gin (fold(title) gin_trgm_ops);
CREATE INDEX solution_network_network_id_idx ON solution_network (network_id, solution_id);

CREATE INDEX adoption_solution_order_idx ON adoption (solution_id, (coalesce(adopted_on, '-infinity')), slug);
CREATE INDEX adoption_city_order_idx ON adoption (city_id, (coalesce(adopted_on, '-infinity')), slug);
CREATE INDEX adoption_learned_from_id_idx ON adoption (learned_from_id);
CREATE INDEX adoption_via_id_idx ON adoption (via_id);

CREATE INDEX action_reported_order_idx ON action (reported_on, slug);
CREATE INDEX action_city_order_idx ON action (city_id, reported_on, slug);
CREATE INDEX action_sector_order_idx ON action (sector, reported_on, slug);
CREATE INDEX action_revision_of_id_idx ON action (revision_of_id);
CREATE INDEX action_network_network_id_idx ON action_network (network_id, action_id);

CREATE INDEX collaboration_started_order_idx ON collaboration ((coalesce(started_on, '-infinity')), slug);
CREATE INDEX collaboration_kind_order_idx ON collaboration (kind, (coalesce(started_on, '-infinity')), slug);
CREATE INDEX collaboration_network_order_idx ON collaboration (network_id, (coalesce(started_on, '-infinity')), slug);
CREATE INDEX collaboration_participant_city_id_idx ON collaboration_participant (city_id, collaboration_id);
`;
