package id.deskpilkada.fieldreport;

import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Changes;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Component;

/** A feature that does with a report of the ledger's own election what its data says; what it takes over is one row among the changes. */
@Component
public class ScriptedHandler {

    static final String TOPIC = "scripted";
    private static final Set<ReportKind> KINDS = Set.of(ReportKind.SITUATION, ReportKind.VOTING, ReportKind.INCIDENT);

    private final Changes changes;
    private final ConcurrentLinkedQueue<UUID> handled = new ConcurrentLinkedQueue<>();
    private final Map<UUID, Integer> lostRaces = new ConcurrentHashMap<>();
    private volatile boolean failing = true;
    private volatile CountDownLatch meeting = new CountDownLatch(0);

    ScriptedHandler(Changes changes) {
        this.changes = changes;
    }

    void forget() {
        handled.clear();
        lostRaces.clear();
        failing = true;
        meeting = new CountDownLatch(0);
    }

    /** From now on nothing fails any more. */
    void mend() {
        failing = false;
    }

    /** Lets reports wait for each other until so many of them are being handled at the same time. */
    void meet(int reports) {
        meeting = new CountDownLatch(reports);
    }

    List<UUID> handled() {
        return List.copyOf(handled);
    }

    /** Whether it takes the reports of this kind in this election. */
    public boolean takes(ReportKind kind, RoundRef round) {
        return KINDS.contains(kind) && round.electionCode().equals(LedgerFixture.ELECTION);
    }

    public void check(ReportDraft draft) {
        if (draft.data().hasNonNull("voters") && !draft.data().get("voters").isInt()) {
            throw Problem.unprocessable(
                    "MALFORMED", List.of(FieldProblem.field("data.voters", "x", "MALFORMED_VALUE")));
        }
    }

    public Outcome handle(FieldReport report) {
        changes.announce(TOPIC, report.area());
        meeting.countDown();
        handled.add(report.id());
        return switch (report.data().path("then").asText()) {
            case "fail" -> failOr(Outcome.ACCEPTED);
            case "reject" -> throw new ReportRejected("UNKNOWN_TPS", report.area());
            case "supersede" -> Outcome.superseded(Reason.of("UNKNOWN_SLOT", "x"));
            case "lose twice" -> loseTwice(report.id());
            case "meet" -> met();
            default -> Outcome.ACCEPTED;
        };
    }

    private Outcome failOr(Outcome outcome) {
        if (failing) {
            throw new IllegalStateException("scripted failure");
        }
        return outcome;
    }

    private Outcome loseTwice(UUID id) {
        if (lostRaces.merge(id, 1, Integer::sum) <= 2) {
            throw new CannotAcquireLockException("scripted deadlock");
        }
        return Outcome.ACCEPTED;
    }

    private Outcome met() {
        try {
            if (!meeting.await(20, java.util.concurrent.TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody else came");
            }
            return Outcome.ACCEPTED;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
