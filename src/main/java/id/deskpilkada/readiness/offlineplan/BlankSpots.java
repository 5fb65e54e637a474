package id.deskpilkada.readiness.offlineplan;

import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.TpsCode;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.PhoneNumber;
import id.deskpilkada.platform.audit.Audit;
import id.deskpilkada.readiness.Connectivity;
import id.deskpilkada.region.Regions;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The TPS without signal and those with a plan, as a list. */
@Component
class BlankSpots {

    private static final String FOUND =
            """
            FROM polling_station p JOIN round r ON r.id = :round AND r.election_id = p.election_id AND (r.tps_codes IS NULL OR p.code = ANY (r.tps_codes))
            LEFT JOIN tps_connectivity c ON c.round_id = r.id AND c.tps_code = p.code
            WHERE starts_with(p.code, :area)
              AND (c.connectivity = 'NONE' OR EXISTS (SELECT 1 FROM offline_plan o WHERE o.round_id = r.id AND o.tps_code = p.code))
              AND (:state = '' OR EXISTS (SELECT 1 FROM offline_plan o WHERE o.round_id = r.id AND o.tps_code = p.code) = (:state = 'PLANNED'))\s""";

    private final JdbcClient jdbc;
    private final PlanRows rows;
    private final Regions regions;
    private final Audit audit;

    BlankSpots(JdbcClient jdbc, PlanRows rows, Regions regions, Audit audit) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.regions = regions;
        this.audit = audit;
    }

    /** Whether they have a plan. */
    enum State {
        PLANNED,
        UNPLANNED
    }

    /**
     * @param blankSpot whether its last report said so; a TPS that has signal may have a plan all the same
     * @param personPhone as people write it
     */
    record Line(
            String tps,
            String tpsName,
            String villageName,
            String districtName,
            boolean blankSpot,
            @Nullable OfflineChannel channel,
            @Nullable String personName,
            @Nullable String personPhone,
            @Nullable String callLink,
            List<String> times,
            @Nullable String signalPoint) {

        public boolean planned() {
            return channel != null;
        }
    }

    record Counts(int planned, int unplanned) {}

    /** @throws id.deskpilkada.platform.Problem 403 {@code OUTSIDE_SCOPE}, 404 {@code UNKNOWN_REGION} */
    @Transactional
    public Page<Line> of(RoundRef round, String region, @Nullable State state, Page.Window window, Actor actor) {
        actor.require(Permission.SEE_BLANK_SPOTS, region);
        var codes = asked("SELECT p.code " + FOUND + "ORDER BY p.code LIMIT :size OFFSET :offset", round, region, state)
                .param("size", window.size())
                .param("offset", window.offset())
                .query(String.class)
                .list();
        var plans = rows.holding(round.id(), codes);
        var connectivity = rows.connectivity(round.id(), codes);
        if (!plans.isEmpty()) {
            audit.record("offline-plan.viewed", null, region, Map.of("page", Integer.toString(window.page())));
        }
        var lines = codes.stream()
                .map(tps -> line(
                        tps,
                        connectivity.get(tps) == Connectivity.NONE,
                        plans.containsKey(tps) ? plans.get(tps).plan() : null))
                .toList();
        return new Page<>(lines, window.page(), window.size(), count(round, region, state));
    }

    @Transactional(readOnly = true)
    public Counts counts(RoundRef round, String region) {
        return new Counts(count(round, region, State.PLANNED), count(round, region, State.UNPLANNED));
    }

    private int count(RoundRef round, String region, @Nullable State state) {
        return asked("SELECT count(*) " + FOUND, round, region, state)
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec asked(String sql, RoundRef round, String region, @Nullable State state) {
        return jdbc.sql(sql)
                .param("round", round.id())
                .param("area", Area.digits(region))
                .param("state", state == null ? "" : state.name());
    }

    private Line line(String tps, boolean blankSpot, @Nullable OfflinePlan plan) {
        var code = new TpsCode(tps);
        var number = plan == null ? null : PhoneNumber.of(plan.personPhone()).orElse(null);
        return new Line(
                tps,
                "TPS %03d".formatted(code.number()),
                regions.name(tps.substring(0, 10)),
                regions.name(tps.substring(0, 6)),
                blankSpot,
                plan == null ? null : plan.channel(),
                plan == null ? null : plan.personName(),
                number == null ? null : number.readable(),
                number == null ? null : "tel:" + number.value(),
                plan == null ? List.of() : plan.times(),
                plan == null ? null : plan.signalPoint());
    }
}
