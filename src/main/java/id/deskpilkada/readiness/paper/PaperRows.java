package id.deskpilkada.readiness.paper;

import id.deskpilkada.c1.C1Papers;
import id.deskpilkada.election.PreparationDates;
import id.deskpilkada.election.SlotRef;
import id.deskpilkada.election.TpsCode;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.fieldreport.ReportSource;
import id.deskpilkada.platform.Area;
import id.deskpilkada.readiness.ReadinessStage;
import id.deskpilkada.region.Regions;
import id.deskpilkada.staff.Staff;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Papers beside reports, TPS by TPS, as the database knows them. */
@Component
class PaperRows {

    /** What is rejected was never told; a report that says no slot belongs to the slot of its stage. */
    private static final String FOUND =
            """
            WITH told AS (
              SELECT s.code, e.received_at AS reported_at, p.received_at, p.received_by_id, coalesce(t.typed, false) AS typed, t.ways,
                coalesce(t.other, false) OR e.state IN ('RECEIVED', 'LATE') AND NOT coalesce(t.typed, false) AS online
              FROM round r
              JOIN polling_station s ON s.election_id = r.election_id AND (r.tps_codes IS NULL OR s.code = ANY (r.tps_codes))
              LEFT JOIN expected_report e ON (e.round_id, e.kind, e.slot, e.race_id, e.tps_code) = (r.id, :kind, :slot, :race, s.code)
              LEFT JOIN paper_receipt p ON (p.round_id, p.tps_code, p.kind, p.slot, p.race_id) = (r.id, s.code, :kind, :slot, :race)
              LEFT JOIN LATERAL (
                SELECT bool_or(f.source = 'PAPER') AS typed, bool_or(f.source <> 'PAPER') AS other, array_agg(DISTINCT f.source) AS ways
                FROM field_report f LEFT JOIN readiness_report y ON y.report_id = f.id
                WHERE f.area = s.code AND f.round_id = r.id AND f.kind = :kind AND f.state <> 'REJECTED'
                  AND CASE WHEN :race <> 0 THEN f.race_id = :race ELSE f.slot = :slot OR f.slot IS NULL AND y.stage = ANY (:stages) END) t ON true
              WHERE r.id = :round AND starts_with(s.code, :area)),
            stands AS (
              SELECT *, CASE
                  WHEN online AND typed AND code = ANY (:same) THEN 'SAME'
                  WHEN online AND typed AND code = ANY (:different) THEN 'DIFFERENT'
                  WHEN online AND (typed OR received_at IS NOT NULL) THEN 'BOTH'
                  WHEN online THEN 'ONLINE'
                  WHEN typed THEN 'TYPED'
                  WHEN received_at IS NOT NULL THEN 'PAPER'
                  ELSE 'NEITHER' END AS state
              FROM told)
            """;

    private final JdbcClient jdbc;
    private final C1Papers forms;
    private final PreparationDates dates;
    private final Regions regions;
    private final Staff staff;

    PaperRows(JdbcClient jdbc, C1Papers forms, PreparationDates dates, Regions regions, Staff staff) {
        this.jdbc = jdbc;
        this.forms = forms;
        this.dates = dates;
        this.regions = regions;
        this.staff = staff;
    }

    /** How many TPS of the place stand how, whatever state is asked for. */
    Map<PaperState, Integer> counts(PaperQuestion question) {
        var counts = new EnumMap<PaperState, Integer>(PaperState.class);
        asked("SELECT state, count(*) AS n FROM stands GROUP BY state", question)
                .query(row -> {
                    counts.put(PaperState.valueOf(row.getString("state")), row.getInt("n"));
                });
        return counts;
    }

    /** In the order of their codes. @param after only TPS behind this code; empty from the first on */
    List<PaperLine> lines(PaperQuestion question, String after, int most, long offset) {
        return asked(
                        "SELECT * FROM stands WHERE (:state = '' OR state = :state) AND code > :after ORDER BY code LIMIT :most OFFSET :offset",
                        question)
                .param(
                        "state",
                        Optional.ofNullable(question.state()).map(Enum::name).orElse(""))
                .param("after", after)
                .param("most", most)
                .param("offset", offset)
                .query(this::line)
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, PaperQuestion question) {
        var paper = question.paper();
        long round = question.round().id();
        Map<String, Boolean> agree = paper.kind().equals(ReportKind.C1.name())
                ? forms.agreement(round, question.raceId(), question.area())
                : Map.of();
        return jdbc.sql(FOUND + sql)
                .param("round", round)
                .param("kind", paper.kind())
                .param("slot", paper.slot())
                .param("race", question.raceId())
                .param("area", question.area())
                .param("stages", stages(round, paper.slot()))
                .param("same", those(agree, true))
                .param("different", those(agree, false));
    }

    private static String[] those(Map<String, Boolean> agree, boolean wanted) {
        return agree.entrySet().stream()
                .filter(form -> form.getValue() == wanted)
                .map(Map.Entry::getKey)
                .toArray(String[]::new);
    }

    private String[] stages(long round, String slot) {
        return Stream.of(
                        Map.entry(ReadinessStage.SITE, dates.siteSlot(round)),
                        Map.entry(ReadinessStage.LOGISTICS, dates.logisticsSlot(round)))
                .filter(stage ->
                        stage.getValue().map(SlotRef::slot).filter(slot::equals).isPresent())
                .map(stage -> stage.getKey().name())
                .toArray(String[]::new);
    }

    private PaperLine line(ResultSet row, int number) throws SQLException {
        var code = new TpsCode(row.getString("code"));
        var reportedAt = row.getObject("reported_at", OffsetDateTime.class);
        var receivedAt = row.getObject("received_at", OffsetDateTime.class);
        return new PaperLine(
                code.value(),
                "TPS %03d".formatted(code.number()),
                Area.dotted(code.villageArea()),
                regions.name(code.villageArea()),
                regions.name(code.districtArea()),
                PaperState.valueOf(row.getString("state")),
                ways(row),
                reportedAt == null ? null : here(reportedAt),
                receivedAt == null
                        ? null
                        : new PaperReceipts.Received(staff.name(row.getLong("received_by_id")), here(receivedAt)));
    }

    private static List<ReportSource> ways(ResultSet row) throws SQLException {
        var ways = row.getArray("ways");
        return ways == null
                ? List.of()
                : Arrays.stream((String[]) ways.getArray())
                        .map(ReportSource::valueOf)
                        .toList();
    }

    private OffsetDateTime here(OffsetDateTime at) {
        return at.atZoneSameInstant(regions.zone()).toOffsetDateTime();
    }
}
