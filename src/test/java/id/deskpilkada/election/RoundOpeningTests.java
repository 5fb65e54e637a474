package id.deskpilkada.election;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.DeskClient;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.staff.People;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.Secrets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is held while work is opened, and in which order it is: the other way round, opening, reports and changes of the schedule wait for each other. */
@WholeApplication
class RoundOpeningTests {

    @Autowired
    Installation installation;

    @Autowired
    SmallElection small;

    @Autowired
    ProcessEngine engine;

    @Autowired
    ScriptedPreparation preparation;

    @Autowired
    ScriptedRound work;

    @Autowired
    Staff staff;

    @Autowired
    Secrets secrets;

    @LocalServerPort
    int port;

    private final List<String> asked = new ArrayList<>();
    private RunningRound running;

    @BeforeEach
    void listen() {
        installation.empty();
        running = new RunningRound(engine);
        preparation.opens = round -> note("stations", round);
        work.opens = round -> note("counters", round);
    }

    @AfterEach
    void openNothing() {
        preparation.opens = round -> false;
        work.openNothing();
    }

    private boolean note(String what, RoundRef round) {
        boolean held = installation
                .asOwner()
                .queryForList("SELECT id FROM desk.round WHERE id = ? FOR UPDATE SKIP LOCKED", Long.class, round.id())
                .isEmpty();
        asked.add(what + (held ? " held" : " free"));
        return false;
    }

    private static Instant at(int hours) {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofHours(hours));
    }

    private static List<SlotRef> day(int hour) {
        return List.of(
                SmallElection.voting("10.00", at(hour), at(hour + 2)),
                new SlotRef("C1", "C1", at(hour + 2), at(hour + 8), false));
    }

    @Test
    void theRowsOfStationsAreTakenBeforeTheCountersThatReportsTakeAfterThem() {
        small.withVoting(SmallElection.DAY.plusYears(9), day(3));
        running.to("voting-slot-opened");
        assertThat(asked).startsWith("stations held", "counters held").doesNotContain("stations free", "counters free");
    }

    @Test
    void aChangeOfTheScheduleThatLosesARaceAgainstAReportIsMadeAllTheSame() {
        var round = small.withVoting(SmallElection.DAY.plusYears(9), day(3));
        new People(staff, secrets).add("desk", "Dewi Desk", "desk@36.04");
        work.races.set(2);

        var answer = new DeskClient(port, "desk", People.PASSWORD)
                .put(
                        "/api/elections/" + round.electionCode() + "/rounds/" + round.code() + "/schedule",
                        "[{\"kind\": \"VOTING\", \"slot\": \"10.00\", \"opensAt\": \"%s\", \"dueAt\": \"%s\"}]"
                                .formatted(at(4), at(5)));

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        assertThat(answer.body().at("/0/dueAt").asText()).isNotEmpty();
        assertThat(work.races).hasValue(0);
    }
}
