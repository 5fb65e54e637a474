package id.deskpilkada.voting.monitoring;

import id.deskpilkada.election.RoundRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The work of each village and slot: one row, which whoever opens or ends its tasks locks first. A report holds the row of its TPS and the counter of its district before. */
@Component
class Watches {

    private static final String ROW = "SELECT state, tps_of_officers, open_tasks FROM voting_watch ";
    private static final String KEY = " WHERE round_id = ? AND slot = ? AND village_area = ? ";
    private static final String MISSING =
            " FROM expected_report e WHERE e.round_id = ? AND e.kind = 'VOTING' AND e.slot = ? AND e.race_id = 0 AND e.state = 'MISSING' ";

    private final JdbcClient jdbc;

    Watches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Villages that owe reports and whose work is not open. */
    List<String> unopened(RoundRef round, String slot, int most) {
        return jdbc.sql(
                        "SELECT e.village_area" + MISSING
                                + """
                        AND NOT EXISTS (SELECT 1 FROM voting_watch w
                          WHERE w.round_id = e.round_id AND w.slot = e.slot AND w.village_area = e.village_area AND w.state = 'OPEN')
                        GROUP BY e.village_area ORDER BY e.village_area LIMIT ?
                        """)
                .params(round.id(), slot, most)
                .query(String.class)
                .list();
    }

    /** Villages whose work is open and does not cover everything that is missing. */
    List<String> grown(RoundRef round, String slot, int most) {
        return jdbc.sql(
                        "SELECT DISTINCT e.village_area" + MISSING
                                + """
                        AND EXISTS (SELECT 1 FROM voting_watch w WHERE w.round_id = e.round_id AND w.slot = e.slot AND w.village_area = e.village_area AND w.state = 'OPEN'
                          AND NOT (CASE WHEN e.tps_code = ANY (w.tps_of_officers) THEN e.tps_code ELSE e.village_area END) = ANY (w.open_tasks))
                        ORDER BY e.village_area LIMIT ?
                        """)
                .params(round.id(), slot, most)
                .query(String.class)
                .list();
    }

    /** TPS of a village that have not reported and are not excused. Whoever opens work holds the district's counter, so that no report slips by unseen. */
    List<String> missing(VillageSlot about) {
        return jdbc.sql("SELECT e.tps_code" + MISSING
                        + "AND e.district_area = ? AND e.village_area = ? ORDER BY e.tps_code")
                .params(about.round().id(), about.slot(), about.district(), about.village())
                .query(String.class)
                .list();
    }

    void holdCounter(VillageSlot about) {
        jdbc.sql(
                        """
                        SELECT missing FROM report_wave WHERE round_id = ? AND kind = 'VOTING' AND slot = ? AND race_id = 0 AND district_area = ? FOR UPDATE
                        """)
                .params(about.round().id(), about.slot(), about.district())
                .query(Integer.class)
                .optional();
    }

    Optional<Watch> lock(VillageSlot about) {
        return jdbc.sql(ROW + KEY + "FOR UPDATE")
                .params(about.round().id(), about.slot(), about.village())
                .query(Watches::watch)
                .optional();
    }

    Optional<Watch> find(VillageSlot about) {
        return jdbc.sql(ROW + KEY)
                .params(about.round().id(), about.slot(), about.village())
                .query(Watches::watch)
                .optional();
    }

    void open(VillageSlot about, Instant closesAt, Collection<String> ofOfficers, Collection<String> tasks) {
        jdbc.sql(
                        """
                        INSERT INTO voting_watch (round_id, slot, village_area, district_area, state, closes_at, tps_of_officers, open_tasks)
                        VALUES (?, ?, ?, ?, 'OPEN', ?, ?, ?)
                        ON CONFLICT (round_id, slot, village_area) DO UPDATE SET state = 'OPEN', closes_at = excluded.closes_at,
                          tps_of_officers = excluded.tps_of_officers, open_tasks = excluded.open_tasks
                        """)
                .params(about.round().id(), about.slot(), about.village(), about.district())
                .param(closesAt.atOffset(ZoneOffset.UTC))
                .param(ofOfficers.toArray(String[]::new))
                .param(tasks.toArray(String[]::new))
                .update();
    }

    void tasks(VillageSlot about, Collection<String> ofOfficers, Collection<String> tasks) {
        jdbc.sql("UPDATE voting_watch SET tps_of_officers = ?, open_tasks = ?" + KEY)
                .param(ofOfficers.toArray(String[]::new))
                .param(tasks.toArray(String[]::new))
                .params(about.round().id(), about.slot(), about.village())
                .update();
    }

    void end(VillageSlot about, String state) {
        jdbc.sql("UPDATE voting_watch SET state = ?, open_tasks = '{}'" + KEY)
                .param(state)
                .params(about.round().id(), about.slot(), about.village())
                .update();
    }

    record OpenSlot(String slot, OffsetDateTime closesAt) {}

    /** The slots of a round with open work, and when that work was last told to end. */
    List<OpenSlot> openSlots(RoundRef round) {
        return jdbc.sql(
                        "SELECT DISTINCT slot, closes_at FROM voting_watch WHERE round_id = ? AND state = 'OPEN' ORDER BY slot")
                .param(round.id())
                .query(OpenSlot.class)
                .list();
    }

    /** Villages with open work of a slot, locked. */
    List<String> lockOpen(RoundRef round, String slot) {
        return jdbc.sql(
                        """
                        SELECT village_area FROM voting_watch WHERE round_id = ? AND slot = ? AND state = 'OPEN' ORDER BY village_area FOR UPDATE
                        """)
                .params(round.id(), slot)
                .query(String.class)
                .list();
    }

    void closesAt(RoundRef round, String slot, Instant at) {
        jdbc.sql("UPDATE voting_watch SET closes_at = ? WHERE round_id = ? AND slot = ? AND state = 'OPEN'")
                .params(at.atOffset(ZoneOffset.UTC), round.id(), slot)
                .update();
    }

    record OpenVillage(long roundId, String slot, String villageArea) {}

    /** Open work of the villages of these TPS. */
    List<OpenVillage> openOf(Collection<String> tps) {
        return jdbc.sql(
                        """
                        SELECT round_id, slot, village_area FROM voting_watch WHERE state = 'OPEN' AND village_area IN (:villages)
                        ORDER BY round_id, slot, village_area
                        """)
                .param(
                        "villages",
                        tps.stream().map(one -> one.substring(0, 10)).distinct().toList())
                .query(OpenVillage.class)
                .list();
    }

    /** TPS that open work leaves to their own officers. */
    List<String> leftToOfficers() {
        return jdbc.sql(
                        "SELECT DISTINCT unnest(tps_of_officers) AS tps FROM voting_watch WHERE state = 'OPEN' ORDER BY tps")
                .query(String.class)
                .list();
    }

    private static Watch watch(ResultSet row, int number) throws SQLException {
        return new Watch(
                row.getString("state").equals("OPEN"), texts(row, "tps_of_officers"), texts(row, "open_tasks"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
