package id.deskpilkada.readiness.checklist;

import id.deskpilkada.platform.Page;
import id.deskpilkada.readiness.ReadinessFacts;
import id.deskpilkada.readiness.ReadinessStage;
import id.deskpilkada.readiness.ReadinessState;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what the checklist found; a TPS without a row has not been checked. */
@Service
@Transactional(readOnly = true)
class ReadinessQueries implements ReadinessFacts {

    private static final String STATIONS =
            """
            FROM round r JOIN polling_station p ON p.election_id = r.election_id AND (r.tps_codes IS NULL OR p.code = ANY (r.tps_codes))
            LEFT JOIN readiness s ON s.round_id = r.id AND s.tps_code = p.code
            WHERE r.id = :round AND p.code COLLATE "C" >= :area AND p.code COLLATE "C" < :end\s""";
    private static final String OPEN =
            "FROM readiness_shortcoming WHERE round_id = :round AND state IN ('OPEN', 'HANDLED') AND starts_with(tps_code, :area) ";

    private final JdbcClient jdbc;
    private final Checklist checklist;
    private final Clock clock;

    ReadinessQueries(JdbcClient jdbc, Checklist checklist, Clock clock) {
        this.jdbc = jdbc;
        this.checklist = checklist;
        this.clock = clock;
    }

    @Override
    public Page<Station> stations(long roundId, String area, int page, int size) {
        return stations(roundId, area, null, page, size);
    }

    @Override
    public Page<Station> stations(long roundId, String area, @Nullable ReadinessState state, int page, int size) {
        var window = Page.window(page, size);
        var chosen = STATIONS + "AND (:state = '' OR coalesce(s.state, 'UNCHECKED') = :state) ";
        var wanted = state == null ? "" : state.name();
        var items = asked(
                        """
                        SELECT p.code AS tps, p.village_area, p.district_area, coalesce(s.state, 'UNCHECKED') AS state,
                          coalesce(s.site_state, 'UNCHECKED') AS site_state, coalesce(s.logistics_state, 'UNCHECKED') AS logistics_state, s.connectivity,
                          coalesce(s.flood_risk, false) AS flood_risk, coalesce(s.lat, p.lat) AS lat, coalesce(s.lng, p.lng) AS lng, s.checked_at,
                          (SELECT count(*) FROM readiness_shortcoming c
                           WHERE c.round_id = r.id AND c.tps_code = p.code AND c.state IN ('OPEN', 'HANDLED')) AS open
                        """
                                + chosen + "ORDER BY p.code LIMIT :size OFFSET :offset",
                        roundId,
                        area)
                .param("state", wanted)
                .param("size", window.size())
                .param("offset", window.offset())
                .query(Station.class)
                .list();
        long total = asked("SELECT count(*) " + chosen, roundId, area)
                .param("state", wanted)
                .query(Long.class)
                .single();
        return new Page<>(items, window.page(), window.size(), total);
    }

    @Override
    public List<Place> places(long roundId, String area) {
        return asked(
                        "SELECT p.code AS tps, coalesce(s.state, 'UNCHECKED') AS state, coalesce(s.lat, p.lat) AS lat, coalesce(s.lng, p.lng) AS lng "
                                + STATIONS + "ORDER BY p.code",
                        roundId,
                        area)
                .query(Place.class)
                .list();
    }

    @Override
    public Count count(long roundId, String area) {
        return asked(counted("CAST(:area AS text)") + STATIONS, roundId, area)
                .query(Count.class)
                .single();
    }

    @Override
    public List<Count> counts(long roundId, String area) {
        return asked(counted("left(p.code, :digits)") + STATIONS + "GROUP BY 1 ORDER BY 1", roundId, area)
                .param("digits", digitsBelow(area))
                .query(Count.class)
                .list();
    }

    private static String counted(String place) {
        return "SELECT " + place
                + """
                 AS area, count(*) AS stations, count(*) FILTER (WHERE coalesce(s.state, 'UNCHECKED') = 'UNCHECKED') AS unchecked,
                  count(*) FILTER (WHERE s.state = 'READY') AS ready, count(*) FILTER (WHERE s.state = 'CONDITIONAL') AS conditional,
                  count(*) FILTER (WHERE s.state = 'NOT_READY') AS not_ready\s""";
    }

    private static int digitsBelow(String area) {
        return switch (area.length()) {
            case 0, 1 -> 2;
            case 2 -> 4;
            case 4 -> 6;
            case 6 -> 10;
            default -> 13;
        };
    }

    @Override
    public List<OwnerCount> openShortcomings(long roundId, String area) {
        return jdbc.sql("SELECT owner, count(*) AS open, count(*) FILTER (WHERE due_at < :now) AS overdue " + OPEN
                        + "AND owner IS NOT NULL GROUP BY owner ORDER BY owner")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("round", roundId)
                .param("area", area)
                .query(OwnerCount.class)
                .list();
    }

    @Override
    public Page<ReadinessFacts.Shortcoming> shortcomings(
            long roundId, String area, @Nullable String owner, int page, int size) {
        var window = Page.window(page, size);
        var chosen = OPEN + "AND (:owner = '' OR owner = :owner) ";
        var wanted = owner == null ? "" : owner;
        var items = checklist.byCode();
        var rows = jdbc
                .sql("SELECT tps_code, stage, item_code, coalesce(owner, '') AS owner, blocking, opened_at, due_at "
                        + chosen + "ORDER BY due_at, tps_code, item_code LIMIT :size OFFSET :offset")
                .param("round", roundId)
                .param("area", area)
                .param("owner", wanted)
                .param("size", window.size())
                .param("offset", window.offset())
                .query(Row.class)
                .list()
                .stream()
                .map(row -> row.labelled(checklist.label(row.itemCode(), items)))
                .toList();
        long total = jdbc.sql("SELECT count(*) " + chosen)
                .param("round", roundId)
                .param("area", area)
                .param("owner", wanted)
                .query(Long.class)
                .single();
        return new Page<>(rows, window.page(), window.size(), total);
    }

    private JdbcClient.StatementSpec asked(String sql, long roundId, String area) {
        return jdbc.sql(sql).param("round", roundId).param("area", area).param("end", area + "~");
    }

    record Row(
            String tpsCode,
            ReadinessStage stage,
            String itemCode,
            String owner,
            boolean blocking,
            OffsetDateTime openedAt,
            OffsetDateTime dueAt) {

        ReadinessFacts.Shortcoming labelled(String label) {
            return new ReadinessFacts.Shortcoming(
                    tpsCode,
                    tpsCode.substring(0, 10),
                    tpsCode.substring(0, 6),
                    stage,
                    itemCode,
                    label,
                    owner,
                    blocking,
                    openedAt,
                    dueAt);
        }
    }
}
