package id.deskpilkada.dictation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.SmallElection.MARGASANA_2;
import static id.deskpilkada.readiness.visit.VisitDay.DESK;
import static id.deskpilkada.readiness.visit.VisitDay.LEADER;
import static id.deskpilkada.readiness.visit.VisitDay.OTHER_LEADER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import id.deskpilkada.Installation;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.browser.Chromium;
import id.deskpilkada.readiness.visit.VisitDay;
import id.deskpilkada.staff.People;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.Secrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A leader at a TPS without data telephones the desk, which takes the visit down for them. */
@WholeApplication
class DictationVisitTests {

    private static final String DISTRICT_ADMIN = "udin";

    @Autowired
    Installation installation;

    @Autowired
    VisitDay day;

    @Autowired
    Staff staff;

    @Autowired
    Secrets secrets;

    @LocalServerPort
    int port;

    Chromium chromium;

    @BeforeEach
    void twoVisitsToOneTps() {
        day.begin();
        new People(staff, secrets).add(DISTRICT_ADMIN, "Udin Kramatwatu", "district-admin@36.04.05");
        day.plan(port, "");
        var other = day.as(port, DESK)
                .post("/api/visits", "{\"tps\": \"%s\", \"leader\": \"%s\"}".formatted(MARGASANA_1, OTHER_LEADER));
        assertThat(other.status()).as(other.text()).isEqualTo(201);
        chromium = new Chromium(port);
    }

    @AfterEach
    void close() {
        assertThat(chromium.failures()).isEmpty();
        chromium.close();
    }

    @Test
    void whoPlansVisitsIsToldOfThemAndNobodyElse() {
        var stand = stand(DESK, MARGASANA_1, "VISIT");
        assertThat(stand.get("visits").findValuesAsText("leader")).containsExactlyInAnyOrder(LEADER, OTHER_LEADER);
        assertThat(stand.get("people").findValuesAsText("username")).contains(LEADER, OTHER_LEADER);
        assertThat(stand(DESK, MARGASANA_2, "VISIT").get("visits")).isEmpty();
        assertThat(stand(DESK, MARGASANA_1, "C1").has("visits")).isFalse();

        var district = stand(DISTRICT_ADMIN, MARGASANA_1, "VISIT");
        assertThat(district.get("visits")).isEmpty();
        assertThat(district.get("people").findValuesAsText("username")).doesNotContain(LEADER, OTHER_LEADER);
        assertThat(opened(DISTRICT_ADMIN, "C1").locator("[data-kind] option[value^=VISIT]"))
                .hasCount(0);
    }

    @Test
    void aVisitToldByTelephoneIsConfirmedForItsLeader() {
        var page = opened(DESK, "VISIT");
        assertThat(page.locator("[data-visit]").first().locator("option")).hasCount(1 + 2);
        page.keyboard().type("dandim");
        page.keyboard().press("Enter");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("[data-fault]").first()).containsText("Pilih kunjungan siapa");
        assertThat(page.locator("[data-visit]").first()).isFocused();
        page.keyboard().type("Dandim");
        assertThat(page.locator("[data-visit]").first().locator("option:checked"))
                .containsText("Dandim Serang");
        page.locator("[data-draw] input[type=radio]").first().focus();
        page.keyboard().press("2");
        page.locator("[data-draw] textarea").fill("Antre panjang, tertib");
        chromium.picture(page, "masukkan-kunjungan");
        assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
                .isTrue();
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("[data-sent] .entry-receipt")).hasCount(1);
        day.drain();

        var owner = installation.asOwner();
        assertThat(owner.queryForList(
                        "SELECT source || ' ' || r.username || ' ' || e.username || ' ' || (payload::jsonb #>> '{data,situation}') || ' ' || (payload::jsonb #>> '{data,remarks}') FROM desk.field_report f JOIN desk.staff_member r ON r.id = f.reporter_id JOIN desk.staff_member e ON e.id = f.entered_by_id",
                        String.class))
                .containsExactly("PHONE dandim desk ATTENTION Antre panjang, tertib");
        assertThat(owner.queryForList(
                        "SELECT s.username || ' ' || v.state FROM desk.leader_visit v JOIN desk.staff_member s ON s.id = v.leader_id ORDER BY 1",
                        String.class))
                .containsExactly("dandim VISITED", "sekda PLANNED");
        assertThat(opened(DESK, "VISIT").locator("[data-visit]").first().locator("option"))
                .hasText(new String[] {"Sekda Serang, " + due()});
    }

    @Test
    void whereNoVisitIsPlannedNoneIsTakenDown() {
        var page = opened(DESK, "VISIT");
        page.keyboard().press("F2");
        page.keyboard().type(MARGASANA_2);
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-fault]").first()).containsText("Tidak ada kunjungan");
        assertThat(page.locator(".entry-visit").first()).isHidden();
    }

    private String due() {
        return chromium.desktop(DESK)
                .evaluate(
                        "iso => new Date(iso).toLocaleString('id-ID', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Jakarta' })",
                        stand(DESK, MARGASANA_1, "VISIT")
                                .get("visits")
                                .get(0)
                                .get("dueAt")
                                .asText())
                .toString();
    }

    private JsonNode stand(String person, String tps, String kind) {
        var answer = day.as(port, person).get("/api/entry/" + tps + "?kind=" + kind);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body();
    }

    private Page opened(String person, String kind) {
        var page = chromium.open(
                chromium.desktop(person), "/desk/masukkan?kind=" + kind + "&race=BUPATI&tps=" + MARGASANA_1);
        page.locator("[data-entry][data-ready]").waitFor();
        assertThat(page.locator("[data-stands] b").first()).hasText("TPS 001 Margasana");
        assertThat(page.locator("[data-teller]")).isFocused();
        return page;
    }
}
