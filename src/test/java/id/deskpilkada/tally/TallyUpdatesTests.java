package id.deskpilkada.tally;

import static id.deskpilkada.tally.FormsFixture.held;
import static id.deskpilkada.tally.FormsFixture.received;
import static id.deskpilkada.tally.FormsFixture.verified;
import static id.deskpilkada.tally.FormsFixture.verifiedButAbsurd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.deskpilkada.Installation;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.c1.C1FormChanged;
import id.deskpilkada.platform.Changes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WholeApplication
class TallyUpdatesTests {

    private static final long ROUND = 1;
    private static final long RACE = 7;
    private static final String TPS = "3604052002001";

    @Autowired
    Installation installation;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Changes changes;

    @BeforeEach
    void empty() {
        installation.empty();
    }

    @Test
    void aFormEntersTheTotalsOfItsDistrictWhenItsTransactionCommits() {
        tell(received(ROUND, RACE, TPS, 120, 80));

        var district = district("360405");
        assertThat(district.received()).isEqualTo(1);
        assertThat(district.countedReceived()).isEqualTo(1);
        assertThat(district.receivedSums().values()).isEqualTo(List.of(200L, 3L, 300L, 203L, 120L, 80L));
        assertThat(district.verifiedSums().sameAs(Sums.NONE)).isTrue();
        assertThat(changes.after(0)).extracting(Changes.Change::topic).contains("tally");
    }

    @Test
    void theSameFormToldAgainChangesNothing() {
        tell(received(ROUND, RACE, TPS, 120, 80));
        tell(received(ROUND, RACE, TPS, 120, 80));

        assertThat(district("360405").received()).isEqualTo(1);
        assertThat(district("360405").receivedSums().valid()).isEqualTo(200);
    }

    @Test
    void aCorrectionReplacesWhatTheFormAddedBefore() {
        tell(received(ROUND, RACE, TPS, 120, 80));
        tell(received(ROUND, RACE, TPS, 12, 80));

        assertThat(district("360405").receivedSums().votes(1)).isEqualTo(12);
    }

    @Test
    void aFormThatIsHeldCountsAsReceivedButItsVotesDoNot() {
        tell(received(ROUND, RACE, TPS, 120, 80));
        tell(held(ROUND, RACE, TPS));

        var district = district("360405");
        assertThat(district.received()).isEqualTo(1);
        assertThat(district.held()).isEqualTo(1);
        assertThat(district.countedReceived()).isZero();
        assertThat(district.receivedSums().sameAs(Sums.NONE)).isTrue();
    }

    @Test
    void anAbsurdFormIsVerifiedAndInNoTotal() {
        tell(verifiedButAbsurd(ROUND, RACE, TPS));

        var district = district("360405");
        assertThat(district.verified()).isEqualTo(1);
        assertThat(district.countedReceived() + district.countedVerified()).isZero();
    }

    @Test
    void ofSeveralChangesInOneTransactionTheLastOneStands() {
        transaction.executeWithoutResult(status -> {
            events.publishEvent(held(ROUND, RACE, TPS));
            events.publishEvent(received(ROUND, RACE, TPS, 5, 6));
            events.publishEvent(verified(ROUND, RACE, TPS, 7, 8));
        });

        var district = district("360405");
        assertThat(district.received()).isEqualTo(1);
        assertThat(district.held()).isZero();
        assertThat(district.verifiedSums().valid()).isEqualTo(15);
    }

    @Test
    void aTransactionThatFailsLeavesNoTrace() {
        transaction.executeWithoutResult(status -> {
            events.publishEvent(received(ROUND, RACE, TPS, 5, 6));
            status.setRollbackOnly();
        });

        assertThat(jdbc().sql("SELECT count(*) FROM tally_contribution")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aChangeOutsideATransactionIsRefused() {
        assertThatThrownBy(() -> events.publishEvent(received(ROUND, RACE, TPS, 5, 6)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anotherRoundAndAnotherRaceKeepTheirOwnTotals() {
        tell(received(ROUND, RACE, TPS, 120, 80));
        tell(received(2, RACE, TPS, 1, 1));
        tell(received(ROUND, 8, TPS, 2, 2));

        assertThat(district("360405").receivedSums().valid()).isEqualTo(200);
    }

    @Test
    void manyAtOnceInTwoDistrictsAddUpWithoutWaitingForEachOther() throws Exception {
        var tps = IntStream.rangeClosed(1, 40)
                .mapToObj(n -> (n % 2 == 0 ? "3604052002" : "3604062001") + "%03d".formatted(n))
                .toList();
        var work = new ArrayList<Callable<Object>>();
        for (int thread = 0; thread < 12; thread++) {
            var random = new Random(thread);
            work.add(() -> {
                for (int round = 0; round < 25; round++) {
                    var some = new ArrayList<>(tps);
                    Collections.shuffle(some, random);
                    var forms = some.subList(0, 6).stream()
                            .map(code -> random.nextBoolean()
                                    ? received(ROUND, RACE, code, random.nextInt(300), random.nextInt(300))
                                    : verified(ROUND, RACE, code, random.nextInt(300), random.nextInt(300)))
                            .toList();
                    tell(forms.toArray(C1FormChanged[]::new));
                }
                return "done";
            });
        }
        var threads = Executors.newFixedThreadPool(12);
        try {
            for (var result : threads.invokeAll(work)) {
                assertThat(result.get()).isEqualTo("done");
            }
        } finally {
            threads.shutdown();
        }

        for (String area : List.of("360405", "360406")) {
            assertThat(district(area).sameAs(contributions(area))).as(area).isTrue();
        }
        assertThat(district("360405").received()).isEqualTo(20);
    }

    private void tell(C1FormChanged... forms) {
        transaction.executeWithoutResult(status -> List.of(forms).forEach(events::publishEvent));
    }

    private Counts district(String area) {
        return jdbc().sql("SELECT " + Counts.COLUMNS
                        + " FROM tally_district WHERE round_id = ? AND race_id = ? AND district_area = ?")
                .params(ROUND, RACE, area)
                .query((row, number) -> Counts.of(row))
                .single();
    }

    private Counts contributions(String area) {
        return jdbc()
                .sql("SELECT " + Counts.COLUMNS
                        + " FROM tally_contribution WHERE round_id = ? AND race_id = ? AND district_area = ?")
                .params(ROUND, RACE, area)
                .query((row, number) -> Counts.of(row))
                .list()
                .stream()
                .reduce(Counts.NONE, Counts::plus);
    }

    private JdbcClient jdbc() {
        return JdbcClient.create(installation.asOwner());
    }
}
