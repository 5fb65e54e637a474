package id.deskpilkada.election;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads rounds, races and schedules. */
@Component
class RoundQueries {

    private static final String ROUND =
            """
            SELECT r.id, r.code, r.kind, r.phase, e.id AS election_id, e.code AS election_code,
                   CASE WHEN r.kind = 'REHEARSAL' THEN 'LATIHAN · ' || e.name ELSE e.name END AS election_name, e.law,
                   coalesce(r.date, e.date) AS date
            FROM round r JOIN election e ON e.id = r.election_id
            """;

    private final JdbcClient jdbc;

    RoundQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<RoundRef> all() {
        return jdbc.sql(ROUND + "ORDER BY r.id").query(RoundRef.class).list();
    }

    List<RoundRef> ofElection(long electionId) {
        return jdbc.sql(ROUND + "WHERE e.id = ? ORDER BY r.id")
                .param(electionId)
                .query(RoundRef.class)
                .list();
    }

    Optional<RoundRef> byId(long id) {
        return jdbc.sql(ROUND + "WHERE r.id = ?")
                .param(id)
                .query(RoundRef.class)
                .optional();
    }

    List<ElectionRef> elections() {
        return jdbc.sql("SELECT id, code, name, date, law FROM election ORDER BY date DESC, code")
                .query(ElectionRef.class)
                .list();
    }

    List<Long> electionIds() {
        return jdbc.sql("SELECT id FROM election ORDER BY id").query(Long.class).list();
    }

    Optional<Long> electionId(String code) {
        return jdbc.sql("SELECT id FROM election WHERE code = ?")
                .param(code)
                .query(Long.class)
                .optional();
    }

    Optional<Long> electionOfRace(long raceId) {
        return jdbc.sql("SELECT election_id FROM race WHERE id = ?")
                .param(raceId)
                .query(Long.class)
                .optional();
    }

    private record CandidateRow(
            long raceId, int ballotNumber, String name, boolean emptyColumn, @Nullable String colour) {

        CandidateRef ref() {
            return new CandidateRef(ballotNumber, name, emptyColumn, colour);
        }
    }

    List<RaceRef> races(long electionId) {
        Map<Long, List<CandidateRef>> candidates = jdbc
                .sql(
                        """
                        SELECT race_id, ballot_number, c.name, empty_column, colour FROM candidate c JOIN race r ON r.id = c.race_id
                        WHERE r.election_id = ? ORDER BY ballot_number
                        """)
                .param(electionId)
                .query(CandidateRow.class)
                .list()
                .stream()
                .collect(groupingBy(CandidateRow::raceId, mapping(CandidateRow::ref, toList())));
        return jdbc.sql(
                        "SELECT id, election_id, code, name, region_code, pages_plano, pages_salinan FROM race WHERE election_id = ? ORDER BY id")
                .param(electionId)
                .query((row, number) -> new RaceRef(
                        row.getLong("id"),
                        row.getLong("election_id"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("region_code"),
                        row.getInt("pages_plano"),
                        row.getInt("pages_salinan"),
                        candidates.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    List<SlotRef> slots(long roundId) {
        return jdbc.sql(
                        "SELECT slot, kind, opens_at, due_at, requires_signature FROM schedule_slot WHERE round_id = ? ORDER BY due_at, kind, slot")
                .param(roundId)
                .query(SlotRef.class)
                .list();
    }
}
