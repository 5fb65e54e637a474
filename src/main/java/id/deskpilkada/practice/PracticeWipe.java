package id.deskpilkada.practice;

import id.deskpilkada.election.ElectionDataChanged;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Changes;
import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.platform.audit.Audit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Takes a practice away, table by table in bounded batches; whoever is interrupted does it again. The real rounds are not touched, and the chains are whole at every moment. */
@Service
class PracticeWipe {

    static final String WORK = "practice-wipe";

    private static final int BATCH = 1_000;

    private final Elections elections;
    private final PracticeRows rows;
    private final PracticeInstances instances;
    private final SystemTransactions transactions;
    private final ApplicationEventPublisher events;
    private final Changes changes;
    private final DeskSettings settings;
    private final Audit audit;

    PracticeWipe(
            Elections elections,
            PracticeRows rows,
            PracticeInstances instances,
            SystemTransactions transactions,
            ApplicationEventPublisher events,
            Changes changes,
            DeskSettings settings,
            Audit audit) {
        this.elections = elections;
        this.rows = rows;
        this.instances = instances;
        this.transactions = transactions;
        this.events = events;
        this.changes = changes;
        this.settings = settings;
        this.audit = audit;
    }

    /** @param rows how many went, by table; {@code instances} for the cases of the engine */
    record Wiped(String election, String round, Map<String, Long> rows) {}

    /**
     * @param confirmation the code of the practice, typed by whoever wants it gone
     * @throws Problem 403, 404 {@code UNKNOWN_ELECTION}, {@code UNKNOWN_ROUND}, 409 {@code NOT_A_PRACTICE}, 422 {@code PRACTICE_CONFIRMATION}
     */
    Wiped wipe(String election, String code, String confirmation, Actor actor) {
        actor.require(Permission.RUN_PRACTICE);
        var round = practice(election, code);
        if (!confirmation.strip().equalsIgnoreCase(code)) {
            throw Problem.unprocessable("PRACTICE_CONFIRMATION", code);
        }
        return wipe(round, actor.id());
    }

    /**
     * For whoever runs the machine, who is nobody on the staff list.
     *
     * @throws Problem 404 {@code UNKNOWN_ELECTION}, {@code UNKNOWN_ROUND}, 409 {@code NOT_A_PRACTICE}
     */
    Wiped byCommand(String election, String code) {
        return wipe(transactions.read(WORK, () -> practice(election, code)), null);
    }

    private RoundRef practice(String election, String code) {
        var round = elections.named(election, code);
        if (!round.rehearsal()) {
            throw Problem.conflict("NOT_A_PRACTICE", code);
        }
        return round;
    }

    private Wiped wipe(RoundRef round, @Nullable Long by) {
        transactions.write(WORK, () -> {
            events.publishEvent(new ElectionDataChanged(round.electionId()));
            rows.begin(round.id(), by);
        });
        var gone = new LinkedHashMap<String, Long>();
        gone.put("instances", (long) instances.wipe(round.id(), round.businessKey()));
        rows.tables().forEach(table -> gone.merge(table, all(round.id(), table), Long::sum));
        gone.values().removeIf(count -> count == 0);
        transactions.write(WORK, () -> finish(round, gone));
        return new Wiped(round.electionCode(), round.code(), gone);
    }

    private long all(long round, String table) {
        long gone = 0;
        long batch;
        do {
            batch = transactions.write(WORK, () -> rows.wipe(round, table, BATCH));
            gone += batch;
        } while (batch > 0);
        return gone;
    }

    private void finish(RoundRef round, Map<String, Long> gone) {
        rows.wiped(round.id());
        events.publishEvent(new ElectionDataChanged(round.electionId()));
        audit.record(
                "practice.wiped",
                "round/" + round.businessKey(),
                settings.regency(),
                Map.of(
                        "rows",
                        gone.entrySet().stream()
                                .map(one -> one.getKey() + "=" + one.getValue())
                                .collect(Collectors.joining(" "))));
        changes.announce("round", settings.area());
    }
}
