package id.deskpilkada.voting.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.election.ElectionSetup;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.Rounds;
import id.deskpilkada.election.SlotRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * How long it takes to open a slot for the 1,000 villages of 15,000 TPS, to sum their turnout, and to move the slot: {@code mvn test -Dtest=VotingBenchmark
 * -DexcludedGroups=none}.
 */
@Tag("benchmark")
@WholeApplication
class VotingBenchmark {

    private static final Logger log = LoggerFactory.getLogger(VotingBenchmark.class);
    private static final int VILLAGES = Integer.getInteger("villages", 1_000);
    private static final int EACH = 15;

    @Autowired
    Installation installation;

    @Autowired
    SmallElection election;

    @Autowired
    Elections elections;

    @Autowired
    ElectionSetup setup;

    @Autowired
    Rounds rounds;

    @Autowired
    MonitoringWork work;

    @Autowired
    RuntimeService runtime;

    @Test
    void aThousandVillages() {
        installation.empty();
        var round = election.withVoting();
        installation
                .asOwner()
                .update(
                        """
                        INSERT INTO desk.polling_station (election_id, code, village_area, district_area, number)
                        SELECT ?, v.code || lpad((n %% %1$d + 1)::text, 3, '0'), v.code, left(v.code, 6), n %% %1$d + 1
                        FROM generate_series(0, ? - 1) n, LATERAL (SELECT '3604' || lpad((18 + n / %1$d / 25)::text, 2, '0') || (2001 + n / %1$d %% 25)::text AS code) v
                        """
                                .formatted(EACH),
                        round.electionId(),
                        VILLAGES * EACH);
        timed("expected", () -> rounds.prepare(round));
        var slot = elections.slot(round.id(), "VOTING", "10.00");
        var parts = new ArrayList<Long>();
        boolean left = true;
        while (left) {
            long begun = System.nanoTime();
            left = work.openNext(round, slot);
            parts.add((System.nanoTime() - begun) / 1_000_000);
        }
        long all = parts.stream().mapToLong(Long::longValue).sum();
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("voting-monitoring")
                        .count())
                .isGreaterThanOrEqualTo(VILLAGES);
        var sorted = parts.stream().sorted().toList();
        log.info(
                "{} villages opened in {} ms, {} parts, {} ms a part at the median, {} ms at most",
                VILLAGES,
                all,
                parts.size(),
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() - 1));
        sums(round.id());
        timed("schedule moved by 30 minutes", () -> setup.reschedule(round.id(), later(round.id())));
    }

    private List<SlotRef> later(long roundId) {
        return elections.slots(roundId).stream()
                .map(slot -> slot.slot().equals("12.00")
                        ? new SlotRef(
                                "12.00",
                                slot.kind(),
                                slot.opensAt(),
                                slot.dueAt().plus(Duration.ofMinutes(30)),
                                false)
                        : slot)
                .toList();
    }

    private void sums(long roundId) {
        var owner = installation.asOwner();
        owner.update(
                """
                INSERT INTO desk.voting_station (round_id, tps_code, village_area, district_area, opened_at, security, turnout, turnout_slot)
                SELECT ?, code, village_area, district_area, now(), 'CALM', 200, '10.00' FROM desk.polling_station ON CONFLICT DO NOTHING
                """,
                roundId);
        owner.execute("ANALYZE desk.voting_station");
        var sql =
                """
                SELECT district_area, sum(turnout), count(opened_at), count(*) FILTER (WHERE halted), count(*) FILTER (WHERE security = 'UNREST')
                FROM desk.voting_station WHERE round_id = ? GROUP BY district_area
                """;
        for (int warm = 0; warm < 5; warm++) {
            owner.queryForList(sql, roundId);
        }
        var times = new ArrayList<Long>();
        for (int n = 0; n < 21; n++) {
            long begun = System.nanoTime();
            owner.queryForList(sql, roundId);
            times.add((System.nanoTime() - begun) / 1_000);
        }
        times.sort(Long::compare);
        log.info(
                "sums of {} TPS by district in {} us at the median, {} us at most",
                VILLAGES * EACH,
                times.get(10),
                times.get(20));
    }

    private static void timed(String what, Runnable body) {
        long begun = System.nanoTime();
        body.run();
        log.info("{} in {} ms", what, (System.nanoTime() - begun) / 1_000_000);
    }
}
