package id.deskpilkada.readiness.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.imports.ImportContext;
import id.deskpilkada.imports.ImportResult;
import id.deskpilkada.imports.Imports;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** The register from files, and the classes that follow. */
@WholeApplication
@RecordApplicationEvents
class RiskImportTests {

    @Autowired
    RiskFixture fixture;

    @Autowired
    Imports imports;

    @Autowired
    RiskFacts facts;

    @Autowired
    Risks risks;

    @Autowired
    Installation installation;

    @Autowired
    SmallElection election;

    @Autowired
    ApplicationEvents events;

    RoundRef round;

    @BeforeEach
    void begin() {
        round = fixture.begin();
    }

    @AfterEach
    void bringBackTheIndicators() {
        installation.asOwner().update("TRUNCATE desk.risk CASCADE");
        installation.asOwner().update("DELETE FROM desk.risk_indicator WHERE code = 'RAWAN_UJI'");
        installation.asOwner().update("UPDATE desk.risk_indicator SET weight = 3 WHERE code = 'FLOOD'");
    }

    @Test
    void aRiskCanBeOfAnyLevelAndIsNamedByCodeOrWords() {
        var result = load(
                """
                kode_wilayah,kode_tps,indikator,catatan
                36,,NO_POWER,
                36.04,,Rawan banjir,Musim hujan
                36.04.05,,rawan konflik,
                36.04.05.2002,,FLOOD,
                36.04.05.2002,3604052002001,BLANK_SPOT,
                """);
        assertThat(result.created()).isEqualTo(5);
        assertThat(rows("SELECT area || ' ' || indicator FROM desk.risk ORDER BY length(area)"))
                .containsExactly(
                        "36 NO_POWER", "3604 FLOOD", "360405 CONFLICT", "3604052002 FLOOD", "3604052002001 BLANK_SPOT");
    }

    @Test
    void everyBadRowIsNamedAndNothingIsWritten() {
        assertThatThrownBy(
                        () -> load(
                                """
                        kode_wilayah,kode_tps,indikator,catatan
                        ,,FLOOD,
                        36.4.5,,FLOOD,
                        36.04.99,,FLOOD,
                        ,3604052002,FLOOD,
                        ,3604052002999,FLOOD,
                        36.04.17,3604052002001,FLOOD,
                        36.04.05,,TSUNAMI,
                        36.04.05,,,
                        36.04.05,,FLOOD,satu
                        36.04.05,,Rawan banjir,dua
                        """))
                .isInstanceOfSatisfying(Problem.class, refusal -> assertThat(refusal.errors())
                        .extracting(FieldProblem::row, FieldProblem::column, FieldProblem::code)
                        .containsExactly(
                                tuple(2, "region_code", "REGION_OR_TPS"),
                                tuple(3, "region_code", "MALFORMED_REGION_CODE"),
                                tuple(4, "region_code", "UNKNOWN_REGION"),
                                tuple(5, "tps_code", "MALFORMED_TPS_CODE"),
                                tuple(6, "tps_code", "UNKNOWN_TPS"),
                                tuple(7, "tps_code", "TPS_OUTSIDE_REGION"),
                                tuple(8, "indicator", "UNKNOWN_INDICATOR"),
                                tuple(9, "indicator", "REQUIRED"),
                                tuple(11, "region_code", "DUPLICATE_ROW")));
        assertThat(rows("SELECT id::text FROM desk.risk")).isEmpty();
    }

    @Test
    void theSameAgainChangesNotesOnlyAndLeavesWhatWasClosed() {
        load(
                "kode_tps,indikator,catatan\n3604052002001,FLOOD,lama\n3604052002002,FLOOD,tetap\n3604172001001,FLOOD,selesai\n");
        long closed = id("3604172001001");
        risks.close(closed, "Tanggul sudah selesai", fixture.actor(RiskFixture.DESK));

        var again = load(
                "kode_tps,indikator,catatan\n3604052002001,FLOOD,baru\n3604052002002,FLOOD,tetap\n3604172001001,FLOOD,lagi\n");

        assertThat(again)
                .extracting(ImportResult::created, ImportResult::updated, ImportResult::unchanged)
                .containsExactly(0, 1, 2);
        assertThat(again.warnings()).singleElement().satisfies(warning -> assertThat(warning.code())
                .isEqualTo("RISK_STAYS_CLOSED"));
        assertThat(rows("SELECT coalesce(note, '-') || ' ' || state FROM desk.risk ORDER BY area"))
                .containsExactly("baru OPEN", "tetap OPEN", "selesai CLOSED");
        assertThat(
                        rows(
                                "SELECT e.act FROM desk.risk_event e JOIN desk.risk r ON r.id = e.risk_id WHERE r.area = '3604052002001' ORDER BY e.id"))
                .containsExactly("RECORDED", "CHANGED");

        load("kode_tps,indikator\n3604052002001,FLOOD\n");
        assertThat(rows("SELECT note FROM desk.risk WHERE area = '3604052002001'"))
                .as("a file without notes leaves them")
                .containsExactly("baru");
    }

    @Test
    void whatIsRecordedTwiceForAPlaceAndAboveItCountsOnce() {
        load("kode_wilayah,kode_tps,indikator\n36.04,,FLOOD\n36.04.05.2002,,FLOOD\n,3604052002001,FLOOD\n");
        assertThat(facts.of(round.id(), "3604052002001")).hasValueSatisfying(place -> {
            assertThat(place.score()).isEqualTo(3);
            assertThat(place.level()).isEqualTo(RiskLevel.MEDIUM);
            assertThat(place.indicators()).containsExactly("FLOOD");
        });
        assertThat(facts.of(round.id(), "3604172001001"))
                .as("inherited from the regency")
                .hasValueSatisfying(place -> assertThat(place.score()).isEqualTo(3));
    }

    @Test
    void classesFollowEachChange() {
        load("kode_tps,indikator\n3604052002001,CONFLICT\n3604052002001,VOTERS_MOVED\n3604052002002,VOTERS_MOVED\n");
        assertThat(level("3604052002001")).isEqualTo(RiskLevel.HIGH);
        assertThat(level("3604052002002")).isEqualTo(RiskLevel.LOW);
        assertThat(level("3604052002")).as("the village has what its TPS have").isEqualTo(RiskLevel.HIGH);
        assertThat(facts.counts(round.id(), "3604")).isEqualTo(Map.of("360405", new RiskFacts.Counts(1, 0, 1)));
        assertThat(facts.stations(round.id(), "36", Page.window(0, 10)).total()).isEqualTo(2);
        assertThat(events.stream(RiskChanged.class)).isNotEmpty();

        long conflict = Long.parseLong(rows("SELECT id::text FROM desk.risk WHERE indicator = 'CONFLICT'")
                .get(0));
        risks.close(conflict, "Sudah damai", fixture.actor(RiskFixture.DESK));
        assertThat(level("3604052002001")).isEqualTo(RiskLevel.LOW);
        assertThat(level("3604052002")).isEqualTo(RiskLevel.LOW);

        election.load("polling-stations", "kode_tps\n3604052002003\n");
        load("kode_wilayah,indikator\n36.04.05.2002,FLOOD\n");
        assertThat(level("3604052002003")).isEqualTo(RiskLevel.MEDIUM);
    }

    @Test
    void aNewPollingStationHasTheRisksOfItsVillage() {
        load("kode_wilayah,indikator\n36.04.05.2002,FLOOD\n");
        election.load("polling-stations", "kode_tps\n3604052002003\n");
        assertThat(level("3604052002003")).isEqualTo(RiskLevel.MEDIUM);
    }

    @Test
    void indicatorsAreDataAndTheirWeightsCount() {
        load("kode_tps,indikator\n3604052002001,FLOOD\n");
        var result = imports.run(
                "risk-indicators",
                ("kode;variabel;indikator;bobot;penanggung_jawab;aktif\n"
                                + "RAWAN_UJI;Lokasi TPS;Dekat tambang pasir;2;satpolpp;ya\n"
                                + "FLOOD;FLOOD;Rawan banjir;5;bpbd;\n")
                        .getBytes(StandardCharsets.UTF_8),
                new ImportContext(null, false, null));

        assertThat(result)
                .extracting(ImportResult::created, ImportResult::updated)
                .containsExactly(1, 1);
        assertThat(rows("SELECT variable || ' ' || owner FROM desk.risk_indicator WHERE code = 'RAWAN_UJI'"))
                .containsExactly("LOCATION satpolpp");
        assertThat(level("3604052002001")).isEqualTo(RiskLevel.HIGH);
        assertThat(load("kode_tps,indikator\n3604052002001,dekat tambang PASIR\n")
                        .created())
                .isEqualTo(1);
    }

    @Test
    void badIndicatorsAreNamedByRow() {
        assertThatThrownBy(() -> imports.run(
                        "risk-indicators",
                        "kode,variabel,indikator,bobot,penanggung_jawab\nbanjir,X,Y,3,bpbd\nBANJIR,X,Y,6,bpbd\nBANJIR,X,Y,1,BPBD Serang\n"
                                .getBytes(StandardCharsets.UTF_8),
                        new ImportContext(null, false, null)))
                .isInstanceOfSatisfying(Problem.class, refusal -> assertThat(refusal.errors())
                        .extracting(FieldProblem::code)
                        .containsExactly("MALFORMED_INDICATOR_CODE", "OUT_OF_RANGE", "MALFORMED_OWNER"));
    }

    private RiskLevel level(String area) {
        return facts.of(round.id(), area).orElseThrow().level();
    }

    private long id(String area) {
        return Long.parseLong(rows("SELECT id::text FROM desk.risk WHERE area = '" + area + "'")
                .get(0));
    }

    private ImportResult load(String csv) {
        return imports.run("risks", csv.getBytes(StandardCharsets.UTF_8), new ImportContext(null, false, null));
    }

    private List<String> rows(String sql) {
        return installation.asOwner().queryForList(sql, String.class);
    }
}
