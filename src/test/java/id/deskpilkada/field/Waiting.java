package id.deskpilkada.field;

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

    /** Hands in so many turnouts, each another number, in turn for the two polling stations of a village. */
    void hand(int reports) {
        page.evaluate(
                """
                async ([reports, tps]) => {
                  for (let n = 0; n < reports; n++) {
                    await desk.q.hand({
                      label: 'Pemungutan ' + n, round: { kind: 'REGULAR' },
                      report: { kind: 'VOTING', tps: tps[n % 2], slot: '10.00', observedAt: desk.clock.corrected().toISOString(), data: { voters: { total: 1 + n } } }
                    });
                  }
                }""",
                List.of(reports, List.of(SmallElection.MARGASANA_1, SmallElection.MARGASANA_2)));
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

    /** The queue's own screen. */
    String queue() {
        page.evaluate("() => { location.hash = '#/antrean'; }");
        page.locator(".fa-outbox-summary").waitFor();
        page.locator(".fa-outbox-entry").first().waitFor();
        return page.innerText("#app");
    }
}
