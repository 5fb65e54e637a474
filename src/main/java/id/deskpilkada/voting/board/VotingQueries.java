package id.deskpilkada.voting.board;

import id.deskpilkada.platform.Page;
import id.deskpilkada.voting.VotingFacts;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sums the rows of stations and slots when somebody asks: no total is kept that reports would have to wait for (docs/adr/0030). */
@Service
@Transactional(readOnly = true)
class VotingQueries implements VotingFacts {

    /** Registered voters of a TPS: of the race with the longest list, because some vote on one race only. */
    private static final String LISTS =
            """
            WITH list AS (
              SELECT v.tps_code, max(v.total) AS total FROM voter_list v JOIN race r ON r.id = v.race_id JOIN round o ON o.election_id = r.election_id
              WHERE o.id = :round AND v.total > 0 AND starts_with(v.tps_code, :area) GROUP BY v.tps_code)
            """;

    private static final String SUMS =
            """
             AS place, count(*) FILTER (WHERE counts) AS stations, coalesce(sum(t.total) FILTER (WHERE counts), 0) AS voters,
              coalesce(sum(t.total) FILTER (WHERE counts AND list.total IS NOT NULL), 0) AS voters_listed,
              coalesce(sum(list.total) FILTER (WHERE counts), 0) AS listed, count(*) FILTER (WHERE t.held) AS held, max(t.queue) AS queue
            FROM voting_state t LEFT JOIN list ON list.tps_code = t.tps_code, LATERAL (SELECT t.total IS NOT NULL AND NOT t.held AS counts) c
            WHERE t.round_id = :round AND starts_with(t.tps_code, :area)\s""";

    private final JdbcClient jdbc;

    VotingQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Standing> standing(long roundId, String area, int digits) {
        return asked(
                        """
                        SELECT left(tps_code, :digits) AS place, count(opened_at) AS opened, count(*) FILTER (WHERE opened_late) AS opened_late, count(closed_at) AS closed,
                          count(*) FILTER (WHERE halted) AS halted, count(*) FILTER (WHERE security = 'CALM') AS calm,
                          count(*) FILTER (WHERE security = 'ATTENTION') AS attention, count(*) FILTER (WHERE security = 'UNREST') AS unrest, count(*) FILTER (WHERE held) AS held
                        FROM voting_station WHERE round_id = :round AND starts_with(tps_code, :area) GROUP BY 1
                        """,
                        roundId,
                        area)
                .param("digits", digits)
                .query(Standing.class)
                .list();
    }

    @Override
    public List<SlotTurnout> turnout(long roundId, String slot, String area, int digits) {
        return asked(LISTS + "SELECT left(t.tps_code, :digits)" + SUMS + "AND t.slot = :slot GROUP BY 1", roundId, area)
                .param("digits", digits)
                .param("slot", slot)
                .query(SlotTurnout.class)
                .list();
    }

    @Override
    public List<SlotTurnout> turnoutBySlot(long roundId, String area) {
        return asked(LISTS + "SELECT t.slot" + SUMS + "GROUP BY 1", roundId, area)
                .query(SlotTurnout.class)
                .list();
    }

    @Override
    public List<Station> stations(long roundId, String slot, String area) {
        return asked(
                        LISTS
                                + """
                        SELECT s.tps_code AS tps, s.opened_at, s.opened_late, s.closed_at, s.halted, s.security, t.total AS voters, list.total AS listed,
                          coalesce(t.held, false) AS held, coalesce(t.below_earlier, false) AS below_earlier, t.queue, s.reported_at
                        FROM voting_station s LEFT JOIN list ON list.tps_code = s.tps_code
                        LEFT JOIN voting_state t ON t.round_id = s.round_id AND t.tps_code = s.tps_code AND t.slot = :slot
                        WHERE s.round_id = :round AND starts_with(s.tps_code, :area) ORDER BY s.tps_code
                        """,
                        roundId,
                        area)
                .param("slot", slot)
                .query(Station.class)
                .list();
    }

    @Override
    public Page<Held> held(long roundId, String area, int page, int size) {
        var window = Page.window(page, size);
        var chosen =
                """
                FROM voting_station s JOIN voting_state t ON t.round_id = s.round_id AND t.tps_code = s.tps_code LEFT JOIN list ON list.tps_code = s.tps_code
                WHERE s.round_id = :round AND starts_with(s.tps_code, :area) AND s.held AND t.held\s""";
        var items = asked(
                        LISTS
                                + "SELECT t.tps_code AS tps, t.slot, t.total AS voters, list.total AS listed, t.remarks, t.observed_at AS at "
                                + chosen + "ORDER BY t.recorded_at DESC, t.tps_code, t.slot LIMIT :size OFFSET :offset",
                        roundId,
                        area)
                .param("size", window.size())
                .param("offset", window.offset())
                .query(Held.class)
                .list();
        long total = asked(LISTS + "SELECT count(*) " + chosen, roundId, area)
                .query(Long.class)
                .single();
        return new Page<>(items, window.page(), window.size(), total);
    }

    private JdbcClient.StatementSpec asked(String sql, long roundId, String area) {
        return jdbc.sql(sql).param("round", roundId).param("area", area);
    }

    @Override
    public Page<Concern> concerns(long roundId, String area, int page, int size) {
        return Concerns.page(jdbc, roundId, area, Page.window(page, size));
    }

    @Override
    public List<Situation> situations(long roundId, String area) {
        return asked(
                        """
                        SELECT DISTINCT ON (area) area AS place, slot, security, weather, power, remarks, observed_at AS at FROM situation
                        WHERE round_id = :round AND starts_with(area, :area) ORDER BY area, observed_at DESC, seq DESC
                        """,
                        roundId,
                        area)
                .query(Situation.class)
                .list();
    }
}
