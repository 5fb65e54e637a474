package id.deskpilkada.comparison;

/**
 * The comparison itself, as one question to the database: every TPS of a round and race, and every region of which KPU published figures, with both sides and what differs. Takes
 * the parameters {@code round}, {@code race}, {@code area} (digits of a region or TPS) and {@code raceArea}.
 *
 * <p>A blank on our form and a published zero are the same. A number that KPU did not publish is not compared.
 */
final class ComparedPlaces {

    private static final String SIDES =
            """
            WITH official AS (
              SELECT area, level, import_id, figures, is_empty, stations, stations_in FROM official_figure
              WHERE round_id = :round AND race_id = :race AND is_current AND starts_with(area, :area)
            ), station AS (
              SELECT p.code FROM polling_station p JOIN round r ON r.id = :round AND r.election_id = p.election_id
              WHERE (r.tps_codes IS NULL OR p.code = ANY (r.tps_codes)) AND starts_with(p.code, :area) AND starts_with(p.code, :raceArea)
            ), ours AS (
              SELECT f.tps_code, f.decided_no, f.held, CASE WHEN NOT f.held THEN v.data END AS data
              FROM c1_form f LEFT JOIN c1_version v ON v.form_id = f.id AND v.no = f.decided_no
              WHERE f.round_id = :round AND f.race_id = :race AND starts_with(f.tps_code, :area)
            ), tps AS (
              SELECT s.code AS area, 'TPS' AS level, o.import_id, o.figures, u.data, u.decided_no AS version_no, d.fields, d.weight, 1 AS expected,
                (u.data IS NOT NULL)::int AS counted, o.stations, o.stations_in, true AS lowest,
                CASE WHEN u.data IS NOT NULL AND (o.area IS NULL OR o.is_empty) THEN 'ONLY_OURS'
                  WHEN u.data IS NOT NULL AND d.fields IS NULL THEN 'EQUAL'
                  WHEN u.data IS NOT NULL THEN 'DIFFERENT'
                  WHEN u.tps_code IS NOT NULL THEN 'PENDING'
                  WHEN NOT o.is_empty THEN 'ONLY_OFFICIAL'
                  ELSE 'NEITHER' END AS outcome
              FROM station s LEFT JOIN official o ON o.area = s.code LEFT JOIN ours u ON u.tps_code = s.code
              LEFT JOIN LATERAL (
                SELECT jsonb_object_agg(e.key, jsonb_build_array(mine, e.value::bigint)) AS fields, sum(abs(mine - e.value::bigint)) AS weight
                FROM jsonb_each_text(o.figures) e, LATERAL (SELECT coalesce((u.data #>> string_to_array(e.key, '.'))::bigint, 0) AS mine) m
                WHERE u.data IS NOT NULL AND NOT o.is_empty AND mine <> e.value::bigint
              ) d ON true
            )""";

    private static final String REGIONS =
            """
            , inside AS (
              SELECT unnest(ARRAY[left(s.code, 2), left(s.code, 4), left(s.code, 6), left(s.code, 10)]) AS area, s.code FROM station s
            ), held AS (
              SELECT i.area, count(*) AS expected, count(u.data) AS counted FROM inside i LEFT JOIN ours u ON u.tps_code = i.code
              WHERE i.area IN (SELECT o.area FROM official o) GROUP BY i.area
            ), summed AS (
              SELECT o.area, e.key, e.value::bigint AS theirs, coalesce(sum((u.data #>> string_to_array(e.key, '.'))::bigint), 0)::bigint AS mine
              FROM official o CROSS JOIN LATERAL jsonb_each_text(o.figures) e LEFT JOIN inside i ON i.area = o.area LEFT JOIN ours u ON u.tps_code = i.code
              WHERE o.level <> 'TPS' GROUP BY o.area, e.key, e.value
            ), detailed AS (
              SELECT DISTINCT unnest(ARRAY[left(area, 2), left(area, 4), left(area, 6), left(area, 10)]) AS area, length(area) AS below FROM official
            ), regions AS (
              SELECT o.area, o.level, o.import_id, o.figures, s.mine AS data, NULL::int AS version_no, s.fields, s.weight, coalesce(h.expected, 0)::int AS expected,
                coalesce(h.counted, 0)::int AS counted, o.stations, o.stations_in,
                NOT EXISTS (SELECT 1 FROM detailed d WHERE d.area = o.area AND d.below > length(o.area)) AS lowest,
                CASE WHEN o.is_empty THEN CASE WHEN h.counted > 0 THEN 'ONLY_OURS' ELSE 'NEITHER' END
                  WHEN coalesce(h.counted, 0) = 0 THEN 'ONLY_OFFICIAL'
                  WHEN h.counted < h.expected OR o.stations_in < o.stations THEN 'INCOMPLETE'
                  WHEN s.fields IS NULL THEN 'EQUAL'
                  ELSE 'DIFFERENT' END AS outcome
              FROM official o LEFT JOIN held h ON h.area = o.area LEFT JOIN LATERAL (
                SELECT jsonb_object_agg(key, mine) AS mine, jsonb_object_agg(key, jsonb_build_array(mine, theirs)) FILTER (WHERE mine <> theirs) AS fields,
                  sum(abs(mine - theirs)) AS weight
                FROM summed WHERE summed.area = o.area
              ) s ON true
              WHERE o.level <> 'TPS'
            )""";

    /** TPS alone: {@code area, level, import_id, figures, data, version_no, fields, weight, expected, counted, stations, stations_in, lowest, outcome}. */
    static final String STATIONS = SIDES + ", compared AS (SELECT * FROM tps) ";

    /** Regions alone, in the same columns; {@code data} holds our sums by path. */
    static final String AREAS = SIDES + REGIONS + ", compared AS (SELECT * FROM regions) ";

    /** Where people look: TPS that differ, and regions that differ where nothing below them was published. */
    static final String DIFFERENCES = SIDES + REGIONS
            + """
            , compared AS (
              SELECT area, level, import_id, fields, weight::bigint AS weight, version_no FROM tps WHERE outcome = 'DIFFERENT'
              UNION ALL
              SELECT area, level, import_id, fields, weight::bigint, version_no FROM regions WHERE outcome = 'DIFFERENT' AND lowest
            ) """;

    private ComparedPlaces() {}
}
