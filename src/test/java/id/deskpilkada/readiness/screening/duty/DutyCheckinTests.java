package id.deskpilkada.readiness.screening.duty;

import static id.deskpilkada.SmallElection.BAROS_1;
import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.SmallElection.MARGASANA_2;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.DeskClient;
import id.deskpilkada.DeskClient.Answer;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.readiness.screening.ScreeningDay;
import id.deskpilkada.staff.People;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Long duty and a call for an ambulance reach the desk once each, however often they are sent and whoever looks. */
@WholeApplication
class DutyCheckinTests {

    @Autowired
    ScreeningDay people;

    @Autowired
    SmallElection election;

    @Autowired
    Installation installation;

    @Autowired
    DutyWatch watch;

    @LocalServerPort
    int port;

    DeskClient siti;

    @BeforeEach
    void aRunningRound() {
        installation.empty();
        election.started();
        people.people();
        siti = new DeskClient(port, ScreeningDay.REPORTER, People.PASSWORD);
    }

    private Answer checkin(UUID id, String tps, Duration ago, String condition) {
        var since = OffsetDateTime.now(ZoneOffset.UTC).minus(ago);
        return siti.post(
                "/api/duty-checkins",
                "{\"id\": \"%s\", \"tps\": \"%s\", \"onDutySince\": \"%s\", \"condition\": \"%s\"}"
                        .formatted(id, tps, since, condition));
    }

    private Answer ambulance(String more) {
        return siti.post(
                "/api/duty-checkins",
                "{\"tps\": \"" + MARGASANA_1 + "\", \"condition\": \"NEEDS_AMBULANCE\"" + more + "}");
    }

    private List<String> signals() {
        return installation
                .asOwner()
                .queryForList(
                        "SELECT severity || ' ' || tps_code FROM desk.incident_signal ORDER BY kept_at", String.class);
    }

    @Test
    void anAmbulanceIsSignalledOnceForOneEmergency() {
        var id = UUID.randomUUID();
        var more = ", \"id\": \"" + id + "\"";
        assertThat(ambulance(more).status()).isEqualTo(201);
        assertThat(ambulance(more).status()).isEqualTo(200);
        assertThat(ambulance("").status()).isEqualTo(200);
        assertThat(signals()).containsExactly("4 " + MARGASANA_1);
        assertThat(siti.get("/api/incident-signals")
                        .body()
                        .at("/items/0/category")
                        .asText())
                .isEqualTo("HEALTH");
        installation.asOwner().update("UPDATE desk.duty_checkin SET at = at - interval '20 minutes'");
        assertThat(ambulance("").status()).isEqualTo(201);
        assertThat(signals()).hasSize(2);
    }

    @Test
    void anAmbulanceCalledFromTwoPlacesAtOnceIsOneSignal() throws Exception {
        var threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Answer> call = () -> ambulance("");
            threads.invokeAll(List.of(call, call, call, call)).forEach(answer -> assertThat(answer)
                    .succeedsWithin(Duration.ofSeconds(20))
                    .satisfies(one -> assertThat(one.status()).isIn(200, 201)));
        } finally {
            threads.shutdown();
        }
        assertThat(signals()).hasSize(1);
    }

    @Test
    void moreThanTwelveHoursAreSignalledOncePerShift() {
        checkin(UUID.randomUUID(), MARGASANA_1, Duration.ofHours(13), "TIRED");
        checkin(UUID.randomUUID(), MARGASANA_2, Duration.ofHours(11), "HEALTHY");
        assertThat(watch.look()).isEqualTo(1);
        assertThat(watch.look()).isZero();
        checkin(UUID.randomUUID(), MARGASANA_1, Duration.ofHours(14), "TIRED");
        assertThat(watch.look()).isZero();
        assertThat(signals()).containsExactly("2 " + MARGASANA_1);
    }

    @Test
    void aRelievedShiftIsNotSignalledAndTheNextOneIsAgain() {
        checkin(UUID.randomUUID(), MARGASANA_1, Duration.ofHours(13), "TIRED");
        checkin(UUID.randomUUID(), MARGASANA_1, Duration.ofHours(1), "HEALTHY");
        assertThat(watch.look()).isZero();
        installation
                .asOwner()
                .update(
                        "INSERT INTO desk.duty_overtime VALUES (?, ?, now() - interval '40 hours', now() - interval '20 hours')",
                        election.round().id(),
                        MARGASANA_1);
        checkin(UUID.randomUUID(), MARGASANA_1, Duration.ofHours(13), "TIRED");
        assertThat(watch.look()).isEqualTo(1);
    }

    @Test
    void twoNodesThatLookAtOnceSignalOnce() throws Exception {
        for (var tps : List.of(MARGASANA_1, MARGASANA_2)) {
            checkin(UUID.randomUUID(), tps, Duration.ofHours(13), "TIRED");
        }
        var threads = Executors.newFixedThreadPool(2);
        try {
            var found = threads.invokeAll(List.<Callable<Integer>>of(watch::look, watch::look));
            assertThat(found.get(0).get() + found.get(1).get()).isEqualTo(2);
        } finally {
            threads.shutdown();
        }
        assertThat(signals()).hasSize(2);
    }

    @Test
    void badAndForeignCheckinsAreRefused() {
        assertThat(checkin(UUID.randomUUID(), BAROS_1, Duration.ofHours(1), "TIRED")
                        .body()
                        .path("code")
                        .asText())
                .isEqualTo("NOT_YOUR_TPS");
        var refused = siti.post("/api/duty-checkins", "{\"condition\": \"FINE\", \"onDutySince\": \"pagi\"}");
        assertThat(refused.body().path("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("onDutySince", "tps", "condition");
        assertThat(checkin(UUID.randomUUID(), MARGASANA_1, Duration.ofHours(-2), "TIRED")
                        .body()
                        .at("/errors/0/code")
                        .asText())
                .isEqualTo("ON_DUTY_RANGE");
        var id = UUID.randomUUID();
        checkin(id, MARGASANA_1, Duration.ofHours(1), "TIRED");
        assertThat(checkin(id, MARGASANA_1, Duration.ofHours(1), "HEALTHY").status())
                .isEqualTo(409);
        assertThat(signals()).isEmpty();
    }
}
