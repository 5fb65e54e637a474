package id.deskpilkada.field;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import id.deskpilkada.SmallElection;
import java.util.List;

/** What waits on a phone, and what its owner reads about it. */
final class Waiting {

    private static final int LONGEST_WAIT = 61_000;
    private static final int PATIENCE = 200;

    private final Page page;

    Waiting(Page page) {
        this.page = page;
    }

    /** Hands in so many turnouts, in turn for the two polling stations of a village; no two say the same, and each stays within what the form allows. */
    void hand(int reports) {
        page.evaluate(
                """
                async ([reports, tps, election, round]) => {
                  for (let n = 0; n < reports; n++) {
                    await desk.q.hand({
                      label: 'Pemungutan ' + n, round: { kind: 'REGULAR', election, round },
                      report: { kind: 'VOTING', election, round, tps: tps[n % 2], slot: '10.00', observedAt: desk.clock.corrected().toISOString(), data: { voters: { total: 1 + n % 500 }, queue: Math.floor(n / 500) } }
                    });
                  }
                }""",
                List.of(
                        reports,
                        List.of(SmallElection.MARGASANA_1, SmallElection.MARGASANA_2),
                        SmallElection.CODE,
                        SmallElection.ROUND));
    }

    /** Hands in one report, as JSON; its id, or what went wrong. */
    String hand(String report) {
        return page.evaluate(
                        "report => desk.q.hand({ report: JSON.parse(report), label: 'Laporan', round: { kind: 'REGULAR' } }).catch(e => e.name)",
                        report)
                .toString();
    }

    @SuppressWarnings("unchecked")
    List<String> ids() {
        return (List<String>) page.evaluate("() => desk.q.list().then(all => all.map(one => one.id).sort())");
    }

    /** The line on top of every screen says so, sooner or later. */
    void says(String words) {
        try {
            line(words).waitFor();
        } catch (TimeoutError other) {
            throw new AssertionError("not \"" + words + "\" but: " + queue(), other);
        }
    }

    /** Lets the phone's clock run from wait to wait until the line says so. */
    void saysInTime(String words) {
        for (int turn = 0; turn < PATIENCE && line(words).count() == 0; turn++) {
            calm();
            page.clock().fastForward(LONGEST_WAIT);
        }
        says(words);
    }

    /** Nothing is on its way. */
    void calm() {
        page.waitForFunction("() => !desk.q.standing().sending");
    }

    private Locator line(String words) {
        return page.locator(".fa-outbox-line:has-text(\"" + words + "\")");
    }

    /** Has the phone send and ask what there is to send and ask, and waits until it has. */
    void goOn() {
        page.evaluate("() => desk.q.drain({ eager: true })");
    }

    /** The queue's own screen with every report of it, however many pages that takes. */
    String wholeQueue(int reports) {
        queue();
        var entries = page.locator(".fa-outbox-entry");
        for (int shown = entries.count(); shown < reports; shown = entries.count()) {
            page.locator("button:has-text('Tampilkan')").first().click();
            entries.nth(shown).waitFor();
        }
        assertThat(entries.count()).as(page.innerText("#app")).isEqualTo(reports);
        return page.innerText("#app");
    }

    /** The queue's own screen. */
    String queue() {
        page.evaluate("() => { location.hash = '#/antrean'; }");
        page.locator(".fa-outbox-summary").waitFor();
        page.locator(".fa-outbox-entry").first().waitFor();
        return page.innerText("#app");
    }
}
