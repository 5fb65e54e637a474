package id.deskpilkada.readiness.checklist;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.StationRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.readiness.Connectivity;
import id.deskpilkada.readiness.ReadinessStage;
import id.deskpilkada.readiness.ReadinessState;
import id.deskpilkada.region.Regions;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The checklist laid out for many TPS at once, with what was answered last. */
@Service
@Transactional(readOnly = true)
class ReadinessEntry {

    private final Elections elections;
    private final Checklist checklist;
    private final ReadinessSlots slots;
    private final Regions regions;
    private final JdbcClient jdbc;

    ReadinessEntry(Elections elections, Checklist checklist, ReadinessSlots slots, Regions regions, JdbcClient jdbc) {
        this.elections = elections;
        this.checklist = checklist;
        this.slots = slots;
        this.regions = regions;
        this.jdbc = jdbc;
    }

    /** @throws Problem 403 {@code NOT_YOUR_TPS} */
    Sheet sheet(RoundRef round, ReadinessStage stage, String area, int page, int size, Actor actor) {
        if (!actor.may(Permission.REPORT, area) && !actor.may(Permission.REPORT_FOR_OTHERS, area)) {
            throw Problem.forbidden("NOT_YOUR_TPS", area);
        }
        var window = Page.window(page, size);
        var stations = elections.stations(round, area);
        var shown = stations.stream().skip(window.offset()).limit(window.size()).toList();
        var items = checklist.asked(stage).stream().map(this::item).toList();
        ZoneId zone = regions.zone();
        return new Sheet(
                round.electionCode(),
                round.code(),
                stage,
                OffsetDateTime.ofInstant(slots.due(round.id(), stage), zone),
                items,
                new Page<>(lines(round, stage, shown), window.page(), window.size(), stations.size()));
    }

    private Item item(ChecklistItem item) {
        return new Item(
                item.code(),
                checklist.label(item),
                item.itemGroup(),
                checklist.group(item.itemGroup()),
                item.blocking());
    }

    private List<Line> lines(RoundRef round, ReadinessStage stage, List<StationRef> shown) {
        if (shown.isEmpty()) {
            return List.of();
        }
        var codes = shown.stream().map(StationRef::code).toArray(String[]::new);
        Map<String, Row> rows = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT tps_code, state, site_state, logistics_state, connectivity, flood_risk FROM readiness WHERE round_id = ? AND tps_code = ANY (?)
                        """)
                .param(round.id())
                .param(codes)
                .query(Row.class)
                .list()
                .forEach(row -> rows.put(row.tpsCode(), row));
        var answers = answers(round, codes);
        return shown.stream()
                .map(station -> line(station, stage, rows.get(station.code()), answers))
                .toList();
    }

    private Map<String, Map<String, String>> answers(RoundRef round, String[] codes) {
        Map<String, Map<String, String>> answers = new HashMap<>();
        jdbc.sql("SELECT tps_code, item_code, answer FROM readiness_answer WHERE round_id = ? AND tps_code = ANY (?)")
                .param(round.id())
                .param(codes)
                .query(row -> {
                    answers.computeIfAbsent(row.getString(1), tps -> new TreeMap<>())
                            .put(row.getString(2), row.getString(3));
                });
        return answers;
    }

    private Line line(
            StationRef station, ReadinessStage stage, @Nullable Row row, Map<String, Map<String, String>> answers) {
        var ofStage = row == null
                ? ReadinessState.UNCHECKED
                : stage == ReadinessStage.SITE ? row.siteState() : row.logisticsState();
        return new Line(
                station.code(),
                station.number(),
                regions.name(station.villageArea()),
                station.address(),
                row == null ? ReadinessState.UNCHECKED : row.state(),
                ofStage,
                answers.getOrDefault(station.code(), Map.of()),
                row == null ? null : row.connectivity(),
                row == null ? null : row.floodRisk());
    }

    record Row(
            String tpsCode,
            ReadinessState state,
            ReadinessState siteState,
            ReadinessState logisticsState,
            @Nullable Connectivity connectivity,
            boolean floodRisk) {}

    record Sheet(
            String election,
            String round,
            ReadinessStage stage,
            OffsetDateTime dueAt,
            List<Item> items,
            Page<Line> stations) {}

    record Item(String code, String label, String group, String groupLabel, boolean blocking) {}

    /** @param stageState the state as far as the stage of the sheet goes */
    record Line(
            String tps,
            int number,
            String village,
            @Nullable String address,
            ReadinessState state,
            ReadinessState stageState,
            Map<String, String> answers,
            @Nullable Connectivity connectivity,
            @Nullable Boolean floodRisk) {}
}
