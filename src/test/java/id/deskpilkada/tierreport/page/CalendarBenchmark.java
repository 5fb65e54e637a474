package id.deskpilkada.tierreport.page;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.Installation;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.browser.Chromium;
import id.deskpilkada.tierreport.TierDay;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the calendar costs with 31 districts, 10 slots and 3 versions of each report: {@code mvn test -Dtest=CalendarBenchmark -DexcludedGroups=none}. */
@Tag("benchmark")
@WholeApplication
class CalendarBenchmark {

    private static final Logger log = LoggerFactory.getLogger(CalendarBenchmark.class);
    private static final int TIMES = 25;

    @Autowired
    TierDay day;

    @Autowired
    Installation installation;

    @LocalServerPort
    int port;

    @Test
    void thirtyOneDistrictsTenSlotsThreeVersions() {
        day.begin();
        fill();
        page("desk", "/desk/laporan");
        page("desk", "/desk/laporan/kalender");
        page("camat", "/desk/laporan");
        page("desk", "/desk");
        pictures();
    }

    private void pictures() {
        try (var chromium = new Chromium(port)) {
            var desk = chromium.open(chromium.desktop("desk"), "/desk/laporan");
            chromium.picture(desk, "laporan-31-kecamatan");
            desk.locator(".lp-scroll").evaluate("part => part.scrollTo(0, 500)");
            desk.evaluate("scrollTo(0, 300)");
            chromium.picture(desk, "laporan-31-kecamatan-gulir");
        }
    }

    private void fill() {
        for (var statement : new String[] {
            """
            INSERT INTO desk.region (code, area, name, level, parent_code)
            SELECT '36.04.' || d, '3604' || d, 'Kecamatan ' || d, 'DISTRICT', '36.04' FROM generate_series(18, 46) d
            """,
            """
            INSERT INTO desk.polling_station (election_id, code, village_area, district_area, number)
            SELECT e.id, '3604' || d || '2001001', '3604' || d || '2001', '3604' || d, 1 FROM desk.election e, generate_series(18, 46) d
            """,
            """
            INSERT INTO desk.schedule_slot (round_id, kind, slot, opens_at, due_at, requires_signature)
            SELECT r.id, 'TIER', lpad(h::text, 2, '0') || '.15', now() - interval '9 hours', now() - interval '8 hours' + h * interval '30 minutes', h % 3 = 0
            FROM desk.round r, generate_series(1, 8) h
            """,
            """
            INSERT INTO desk.tier_case (round_id, slot, area, level, state, due_at)
            SELECT s.round_id, s.slot, p.area, CASE length(p.area) WHEN 4 THEN 'REGENCY' ELSE 'DISTRICT' END,
              CASE WHEN s.due_at > now() THEN 'WAITING' ELSE 'SETTLED' END, s.due_at
            FROM desk.schedule_slot s, (SELECT DISTINCT district_area AS area FROM desk.polling_station UNION SELECT '3604') p WHERE s.kind = 'TIER'
            """,
            """
            INSERT INTO desk.tier_report (code, round_id, slot, area, level, version, cause, requires_signature, slot_due_at, compiled_at, ledger_seq, snapshot, digest, changes)
            SELECT substr(m, 1, 4) || '-' || substr(m, 5, 4) || '-' || substr(m, 9, 4) || '-' || substr(m, 13, 4), c.round_id, c.slot, c.area, c.level, v,
              CASE v WHEN 1 THEN 'FIRST' ELSE 'CORRECTION' END, true, c.due_at, c.due_at, 1, '{}', encode(sha256('{}'), 'hex'), '[]'
            FROM desk.tier_case c, generate_series(1, 3) v, LATERAL (SELECT upper(md5(c.slot || c.area || v)) AS m) k
            """,
            "INSERT INTO desk.signing_key (key_id, public_key, private_sealed, sealed_with, made_at) VALUES ('0000000000000000', '', '', '-', now())",
            """
            INSERT INTO desk.tier_seal (report_id, statement, signature, key_id, signer_id, signed_at)
            SELECT id, '{}', '', '0000000000000000', 1, slot_due_at + version * interval '5 minutes' FROM desk.tier_report
            """,
            """
            INSERT INTO desk.tier_report_step (report_id, step, at) SELECT id, s, now() FROM desk.tier_report, unnest(ARRAY['COMPILED', 'SEALED']) s
            """,
            "VACUUM ANALYZE"
        }) {
            installation.asOwner().execute(statement);
        }
    }

    private void page(String username, String path) {
        var client = day.as(port, username);
        var took = new long[TIMES];
        for (int at = 0; at < TIMES; at++) {
            long began = System.nanoTime();
            var answer = client.get(path);
            took[at] = (System.nanoTime() - began) / 1_000_000;
            assertThat(answer.status()).as(path).isEqualTo(200);
        }
        Arrays.sort(took);
        log.info("{} for {}: median {} ms, slowest {} ms", path, username, took[TIMES / 2], took[TIMES - 1]);
    }
}
