package id.deskpilkada.election;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether a phase is complete: every feature that keeps a gate of it says so, and there is one. */
@Component
class PhaseGates {

    private final ObjectProvider<PhaseGate> gates;
    private final JdbcClient jdbc;

    PhaseGates(ObjectProvider<PhaseGate> gates, JdbcClient jdbc) {
        this.gates = gates;
        this.jdbc = jdbc;
    }

    /**
     * Asked in turn until the transaction ends: the engine keeps no messages, so whoever is about to wait and whoever completes the phase must not pass each other unseen. Not the
     * round's row, which a change of the schedule holds while it locks what completing has locked before.
     */
    boolean complete(RoundRef round, String phase) {
        jdbc.sql("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtext('desk phase gate'), ?)) AS locked")
                .param((int) round.id())
                .query(Integer.class)
                .single();
        List<PhaseGate> asked =
                gates.orderedStream().filter(gate -> gate.phase().equals(phase)).toList();
        return !asked.isEmpty() && asked.stream().allMatch(gate -> gate.complete(round));
    }
}
