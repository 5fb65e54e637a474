package id.deskpilkada.election.decision;

import id.deskpilkada.election.KpuDecided;
import id.deskpilkada.election.RoundPhase;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.audit.Audit;
import id.deskpilkada.region.Regions;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records decisions of KPU, each once; recording one carries it out in the same transaction. */
@Service
public class KpuDecisions {

    private final DecisionCheck check;
    private final DecisionRows rows;
    private final ApplicationEventPublisher events;
    private final DeskSettings settings;
    private final Regions regions;
    private final Audit audit;

    KpuDecisions(
            DecisionCheck check,
            DecisionRows rows,
            ApplicationEventPublisher events,
            DeskSettings settings,
            Regions regions,
            Audit audit) {
        this.check = check;
        this.rows = rows;
        this.events = events;
        this.settings = settings;
        this.regions = regions;
        this.audit = audit;
    }

    /** @param created false when just this decision was recorded before */
    public record Recorded(DecisionView decision, boolean created) {}

    /** Those recorded last at the top. */
    @Transactional(readOnly = true)
    public Page<DecisionView> of(RoundRef round, Page.Window window) {
        var found = rows.list(round.id(), window);
        return new Page<>(found.items().stream().map(this::view).toList(), found.page(), found.size(), found.total());
    }

    /**
     * @throws Problem 422 {@code MALFORMED} field by field, 409 {@code DECISION_RECORDED} when the number stands for something else, {@code ROUND_CLOSED} for more hours in a round
     *     that is over
     */
    @Transactional
    public Recorded record(RoundRef round, DecisionRequest sent, Actor actor) {
        var request = sent.tidy();
        var known = rows.find(round.id(), request.number());
        if (known.isPresent() && known.get().request().equals(request)) {
            return new Recorded(view(known.get()), false);
        }
        var decision = check.read(round, sent);
        if (decision.kind() == DecisionKind.EXTENSION && round.phase() == RoundPhase.CLOSED) {
            throw Problem.conflict("ROUND_CLOSED", round.code());
        }
        var id = rows.insert(round, decision, request, actor.id())
                .orElseThrow(() -> Problem.conflict("DECISION_RECORDED", decision.number()));
        audit.record(
                "kpu.decision",
                "round/" + round.electionCode() + "/" + round.code(),
                settings.regency(),
                Map.of("kind", decision.kind().name(), "number", decision.number()));
        carryOut(new KpuDecided(id, round));
        return new Recorded(view(rows.get(id)), true);
    }

    private DecisionView view(DecisionRows.Row row) {
        return DecisionView.of(row, regions.zone());
    }

    /** What the engine wraps is a refusal all the same. */
    private void carryOut(KpuDecided decided) {
        try {
            events.publishEvent(decided);
        } catch (RuntimeException failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof Problem refusal) {
                    throw refusal;
                }
            }
            throw failure;
        }
    }
}
