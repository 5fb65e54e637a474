package id.deskpilkada.readiness.checklist;

import id.deskpilkada.readiness.Connectivity;
import id.deskpilkada.readiness.ReadinessStage;
import id.deskpilkada.readiness.ReadinessState;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How ready each TPS is: one row, which whoever changes it locks first. */
@Component
class ReadinessRows {

    private static final String ROW =
            """
            SELECT state, site_state, logistics_state, site_seq, logistics_seq, connectivity, flood_risk, stage, work_due_at
            FROM readiness WHERE round_id = ? AND tps_code = ?\s""";

    private final JdbcClient jdbc;

    ReadinessRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The row, made when it is not there, locked for the running transaction. */
    Row lock(ReadinessCase about) {
        jdbc.sql(
                        """
                        INSERT INTO readiness (round_id, tps_code, village_area, district_area) VALUES (?, ?, ?, ?)
                        ON CONFLICT (round_id, tps_code) DO NOTHING
                        """)
                .params(about.round().id(), about.tps())
                .params(about.code().villageArea(), about.code().districtArea())
                .update();
        return jdbc.sql(ROW + "FOR UPDATE")
                .params(about.round().id(), about.tps())
                .query(Row.class)
                .single();
    }

    /** To look at only: unchecked where there is no row. */
    Row find(ReadinessCase about) {
        return jdbc.sql(ROW)
                .params(about.round().id(), about.tps())
                .query(Row.class)
                .optional()
                .orElse(Row.UNCHECKED);
    }

    void checked(ReadinessCase about, long seq, ReadinessData data, Instant observed) {
        var place = data.location();
        var column = data.stage() == ReadinessStage.SITE ? "site_seq" : "logistics_seq";
        jdbc.sql(
                        "UPDATE readiness SET " + column
                                + """
                         = ?, connectivity = coalesce(?, connectivity), flood_risk = coalesce(?, flood_risk), lat = coalesce(?, lat), lng = coalesce(?, lng),
                          checked_at = ? WHERE round_id = ? AND tps_code = ?
                        """)
                .params(
                        seq,
                        data.connectivity() == null ? null : data.connectivity().name(),
                        data.floodRisk())
                .params(place == null ? null : place.lat(), place == null ? null : place.lng())
                .params(observed.atOffset(ZoneOffset.UTC), about.round().id(), about.tps())
                .update();
    }

    void derived(ReadinessCase about, ReadinessState state, ReadinessState site, ReadinessState logistics) {
        jdbc.sql(
                        "UPDATE readiness SET state = ?, site_state = ?, logistics_state = ? WHERE round_id = ? AND tps_code = ?")
                .params(state.name(), site.name(), logistics.name())
                .params(about.round().id(), about.tps())
                .update();
    }

    /** Null when it is not known. */
    @Nullable
    Connectivity connectivity(ReadinessCase about) {
        return jdbc.sql(
                        "SELECT connectivity FROM readiness WHERE round_id = ? AND tps_code = ? AND connectivity IS NOT NULL")
                .params(about.round().id(), about.tps())
                .query(Connectivity.class)
                .optional()
                .orElse(null);
    }

    /** Its case is at a stage now, due then; null when no case runs. */
    void at(ReadinessCase about, @Nullable ReadinessStage stage, @Nullable Instant due) {
        jdbc.sql("UPDATE readiness SET stage = ?, work_due_at = ? WHERE round_id = ? AND tps_code = ?")
                .params(stage == null ? null : stage.name(), due == null ? null : due.atOffset(ZoneOffset.UTC))
                .params(about.round().id(), about.tps())
                .update();
    }

    /** KPU has moved the TPS: what is known of its site is known of another place. */
    void moved(ReadinessCase about) {
        jdbc.sql(
                        """
                        UPDATE readiness SET site_seq = NULL, connectivity = NULL, flood_risk = false, lat = NULL, lng = NULL WHERE round_id = ? AND tps_code = ?
                        """)
                .params(about.round().id(), about.tps())
                .update();
        jdbc.sql(
                        """
                        DELETE FROM readiness_answer a USING checklist_item i WHERE i.code = a.item_code AND i.stage = 'SITE' AND a.round_id = ? AND a.tps_code = ?
                        """)
                .params(about.round().id(), about.tps())
                .update();
    }

    record Row(
            ReadinessState state,
            ReadinessState siteState,
            ReadinessState logisticsState,
            @Nullable Long siteSeq,
            @Nullable Long logisticsSeq,
            @Nullable Connectivity connectivity,
            boolean floodRisk,
            @Nullable ReadinessStage stage,
            @Nullable Instant workDueAt) {

        static final Row UNCHECKED = new Row(
                ReadinessState.UNCHECKED,
                ReadinessState.UNCHECKED,
                ReadinessState.UNCHECKED,
                null,
                null,
                null,
                false,
                null,
                null);

        @Nullable
        Long seq(ReadinessStage of) {
            return of == ReadinessStage.SITE ? siteSeq : logisticsSeq;
        }

        /** The first stage that nobody has checked; null when all are. */
        @Nullable
        ReadinessStage next() {
            if (siteSeq == null) {
                return ReadinessStage.SITE;
            }
            return logisticsSeq == null ? ReadinessStage.LOGISTICS : null;
        }
    }
}
