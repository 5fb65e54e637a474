package id.deskpilkada.dashboard.day;

import static id.deskpilkada.SmallElection.BAROS_1;
import static id.deskpilkada.SmallElection.KRAMATWATU_1;
import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.SmallElection.MARGASANA_2;
import static id.deskpilkada.incident.IncidentDay.CAMAT;
import static id.deskpilkada.incident.IncidentDay.DESK;
import static id.deskpilkada.incident.IncidentDay.REPORTER;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.Html;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.Statements;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.c1.C1Figures;
import id.deskpilkada.c1.C1FormChanged;
import id.deskpilkada.election.ElectionDataChanged;
import id.deskpilkada.election.RoundPreparation;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.expectation.ExpectedReports;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.incident.IncidentDay;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Grant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** The front page in the evening: four forms of Kramatwatu and one of Baros have come, three incidents are open. Its numbers are compared with sums of the facts. */
@WholeApplication
class DayPageTests {

    private static final String OVERDUE =
            "SELECT count(*) FROM desk.expected_report WHERE state = 'MISSING' AND due_at < now()";
    private static final String INSIDE = " AND starts_with(tps_code, '%s')";

    @Autowired
    IncidentDay day;

    @Autowired
    Installation installation;

    @Autowired
    SmallElection election;

    @Autowired
    ObjectProvider<RoundPreparation> preparations;

    @Autowired
    ExpectedReports expected;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DayViews views;

    @LocalServerPort
    int port;

    private RoundRef round;

    @BeforeEach
    void theEvening() {
        day.begin();
        round = election.round();
        transaction.executeWithoutResult(status -> preparations.forEach(work -> work.prepare(round)));
        form("BUPATI", MARGASANA_1, false, true);
        form("GUBERNUR", MARGASANA_1, false, false);
        form("BUPATI", MARGASANA_2, true, false);
        form("BUPATI", KRAMATWATU_1, false, false);
        form("BUPATI", BAROS_1, false, false);
        told("DISASTER", BAROS_1);
        told("SECURITY", MARGASANA_1);
        told("LOGISTICS", KRAMATWATU_1);
    }

    @Test
    void everyNumberIsTheSumOfItsFacts() {
        for (var region : List.of("36.04", "36.04.05", "36.04.05.2002")) {
            var page = page(DESK, "/desk?region=" + region);
            assertThat(numbers(page, "class=\"total\"")).as(region).isEqualTo(facts(region));
            var places = Pattern.compile("data-code=\"([^\"]*)\"")
                    .matcher(page.source())
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            assertThat(places).as(region).hasSizeGreaterThan(1);
            for (var place : places) {
                assertThat(numbers(page, "data-code=\"" + place + "\""))
                        .as(place)
                        .isEqualTo(facts(place));
            }
        }
    }

    @Test
    void theTilesSayTheSameAsTheFacts() {
        var page = page(DESK, "/desk");
        assertThat(number(page.source(), "id=\"lewat\"")).isEqualTo(count(OVERDUE));
        assertThat(number(page.source(), "id=\"kejadian\"")).isEqualTo(3);
        var form = page.source().substring(page.source().indexOf("id=\"c1-BUPATI\""));
        assertThat(new Html(form.substring(0, form.indexOf("</ul>"))).text())
                .contains("4 dari 5 masuk (80,0 %)", "1 sudah dicocokkan", "1 perlu dicek", "1 belum masuk");
        int mine =
                day.as(port, DESK).get("/api/tasks?size=1").body().path("total").asInt();
        assertThat(mine).isPositive();
        assertThat(number(page.source(), "id=\"tugas\"")).isEqualTo(mine);
        assertThat(number(page.source(), "id=\"telepon\"")).isEqualTo(count(OVERDUE));
    }

    @Test
    void eachTileIsOneTapFromTheWork() {
        var page = page(DESK, "/desk");
        var where = "region=36.04&election=" + SmallElection.CODE + "&round=" + SmallElection.ROUND;
        assertThat(page.section("h-day").links()).contains("/desk/putaran?" + where);
        assertThat(page.section("h-late").links()).anyMatch(link -> link.startsWith("/desk/belum-lapor?kind="));
        assertThat(page.section("h-burns").links()).contains("/desk/kejadian?" + where);
        assertThat(page.section("h-came").links()).contains("/desk/suara?race=BUPATI&" + where);
        assertThat(page.section("h-mine").links()).contains("/camunda/app/tasklist", "/desk/belum-lapor");
    }

    @Test
    void noVotesAndNoCandidatesStandOnTheFrontPage() {
        for (var path : List.of("/desk", "/desk?region=36.04.05.2002", "/desk/angka")) {
            assertThat(page(DESK, path).source())
                    .doesNotContain("1.234")
                    .doesNotContain("61,7")
                    .doesNotContain("Calon");
        }
        assertThat(page(DESK, "/desk/suara?race=BUPATI").source()).contains("1.234");
        assertThat(page(DESK, "/desk").links()).contains("/desk/suara");
    }

    @Test
    void everybodySeesTheirOwnAreaAndNoOther() {
        assertThat(page(CAMAT, "/desk").section("h-children").text())
                .contains("Margasana")
                .doesNotContain("Baros");
        assertThat(page(CAMAT, "/desk").section("h-burns").text()).contains("2 belum selesai");
        assertThat(page(REPORTER, "/desk").section("h-children").rows())
                .hasSize(3)
                .anyMatch(row -> row.startsWith("TPS 001"));
        for (var path : List.of("/desk?region=36.04.17", "/desk/angka?region=36.04.17", "/desk?region=36.04")) {
            assertThat(day.as(port, CAMAT).get(path).status()).as(path).isEqualTo(403);
            assertThat(day.as(port, REPORTER).get(path).status()).as(path).isEqualTo(403);
        }
        assertThat(day.as(port, DESK).get("/desk?region=36.04.99").status()).isEqualTo(404);
    }

    @Test
    void whatIsLateStandsFirstWhenAskedFor() {
        assertThat(page(DESK, "/desk").source())
                .containsSubsequence("data-code=\"36.04.05\"", "data-code=\"36.04.17\"");
        var late = page(DESK, "/desk?urut=terlambat");
        assertThat(late.source()).containsSubsequence("data-code=\"36.04.17\"", "data-code=\"36.04.05\"");
        assertThat(late.links()).anyMatch(link -> link.startsWith("/desk?region=36.04.05&urut=terlambat"));
    }

    @Test
    void theMapAndTheTableSayTheSameAndLeadToEachOther() {
        var table = page(DESK, "/desk?region=36.04.05");
        var address = table.section("h-children").links().stream()
                .filter(link -> link.startsWith("/desk/peta"))
                .findFirst()
                .orElseThrow();
        var map = page(DESK, address);
        assertThat(map.links())
                .anyMatch(link -> link.startsWith("/desk?region=36.04.05&") && link.endsWith("#wilayah"));
        assertThat(map.attribute("data-state", "data-code", "36.04.05.2002")).isEqualTo("R_LATE");
        var facts = facts("36.04.05.2002");
        assertThat(map.section("h-places").text())
                .contains("Margasana Ada yang lewat batas %d %d %d"
                        .formatted(facts.get("reported"), facts.get("late"), facts.get("verified")));
    }

    @Test
    void moreDistrictsAskNoMoreQuestions() {
        Runnable look = () -> views.of(new DayQuestion(null, null, "36.04"), everything());
        look.run();
        int few = Statements.during(look);
        installation
                .asOwner()
                .update(
                        "INSERT INTO desk.region (code, area, name, level, parent_code) SELECT '36.04.' || d, '3604' || d, 'Kecamatan ' || d, 'DISTRICT', '36.04' FROM generate_series(20, 40) d");
        installation
                .asOwner()
                .update(
                        """
                        INSERT INTO desk.polling_station (election_id, code, village_area, district_area, number)
                        SELECT e.id, '3604' || d || '2001001', '3604' || d || '2001', '3604' || d, 1 FROM desk.election e, generate_series(20, 40) d
                        """);
        forgetWhatIsRemembered();
        transaction.executeWithoutResult(status -> {
            preparations.forEach(work -> work.prepare(round));
            events.publishEvent(new ElectionDataChanged(0));
        });
        look.run();
        assertThat(views.of(new DayQuestion(null, null, "36.04"), everything())
                        .orElseThrow()
                        .children())
                .hasSize(23);
        assertThat(Statements.during(look)).isEqualTo(few).isLessThanOrEqualTo(14);
    }

    @Test
    void aScreenWithoutAPersonIsToldOfNobody() {
        var view = views.ofInstallation(null, null).orElseThrow();
        assertThat(view.here().reported()).isEqualTo(5);
        assertThat(view.burning().board().cards()).hasSize(3).allSatisfy(card -> {
            assertThat(card.reporter()).isNull();
            assertThat(card.phone()).isNull();
        });
    }

    private void forgetWhatIsRemembered() {
        election.load("regions", "kode,nama,lat,lng\n36.04.20,Kecamatan 20,,\n");
    }

    private Actor everything() {
        return new Actor(1, "dewi", "Dewi", List.of(new Grant("desk", "36.04")));
    }

    private Map<String, Integer> facts(String place) {
        var inside = INSIDE.formatted(place.replace(".", ""));
        return Map.of(
                "reported",
                count("SELECT coalesce(sum(received), 0) FROM desk.tally_contribution WHERE true" + inside),
                "late",
                count(OVERDUE + " AND kind = 'C1'" + inside),
                "verified",
                count("SELECT coalesce(sum(verified), 0) FROM desk.tally_contribution WHERE true" + inside),
                "incidents-here",
                count("SELECT count(*) FROM desk.incident WHERE ended_at IS NULL"
                        + inside.replace("tps_code", "area")));
    }

    private int count(String sql) {
        Integer count = installation.asOwner().queryForObject(sql, Integer.class);
        return count == null ? 0 : count;
    }

    private static Map<String, Integer> numbers(Html page, String row) {
        int at = page.source().indexOf(row);
        var text = page.source().substring(at, page.source().indexOf("</tr>", at));
        var numbers = new TreeMap<String, Integer>();
        for (var name : List.of("reported", "late", "verified", "incidents-here")) {
            numbers.put(name, number(text, "data-" + name));
        }
        return numbers;
    }

    private static int number(String source, String beside) {
        var found = Pattern.compile(Pattern.quote(beside) + "[^>]*>([\\d.]+)<").matcher(source);
        assertThat(found.find()).as(beside).isTrue();
        return Integer.parseInt(found.group(1).replace(".", ""));
    }

    private Html page(String username, String path) {
        var answer = day.as(port, username).get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return new Html(answer.text());
    }

    private void told(String category, String tps) {
        assertThat(day.as(port, DESK)
                        .post(
                                "/api/incidents",
                                "{\"category\": \"%s\", \"description\": \"Uji\", \"tps\": \"%s\", \"caller\": \"Bu Ani 0812-3456-7890\"}"
                                        .formatted(category, tps))
                        .status())
                .isEqualTo(201);
    }

    private void form(String race, String tps, boolean held, boolean verified) {
        Long key = installation.asOwner().queryForObject("SELECT id FROM desk.race WHERE code = ?", Long.class, race);
        var figures = new C1Figures(2000, 3, 3000, 2003, new TreeMap<>(Map.of(1, 1234, 2, 766)));
        transaction.executeWithoutResult(status -> {
            expected.received(round.id(), ReportKind.C1, "C1", key, tps, Instant.now());
            events.publishEvent(new C1FormChanged(
                    round.id(),
                    key,
                    tps,
                    tps.substring(0, 10),
                    tps.substring(0, 6),
                    true,
                    held,
                    verified,
                    held ? null : figures,
                    verified ? figures : null));
        });
    }
}
