package id.deskpilkada.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.WholeApplication;
import id.deskpilkada.browser.FormDay;
import id.deskpilkada.platform.Changes;
import id.deskpilkada.staff.Browser;
import id.deskpilkada.staff.People;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** Two hundred open pages of which none reads, and a report that is handed in beside them. */
@WholeApplication
class ManyPagesTests {

    private static final int PAGES = 200;

    @Autowired
    FormDay day;

    @Autowired
    Changes changes;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    private OpenPages pages;

    @BeforeEach
    void open() {
        day.begin();
        var token = new Browser(port)
                .signIn(FormDay.DESK, People.PASSWORD)
                .cookie("DESK-SESSION")
                .orElseThrow()
                .getValue();
        pages = OpenPages.open(port, token, PAGES);
    }

    @AfterEach
    void close() {
        pages.close();
    }

    @Test
    void aReportIsTakenAsIfNobodyWatched() {
        transaction.executeWithoutResult(status -> IntStream.range(0, 400)
                .forEach(number -> changes.announce("tally", "%d".formatted(3604052002000L + number))));
        day.form(port, FormDay.ADMIN, FormDay.TPS, 120, 90);

        for (int page = 0; page < PAGES; page++) {
            assertThat(pages.read(page, "3604052002399", Duration.ofSeconds(10)))
                    .as("page " + page)
                    .isTrue();
        }
    }
}
