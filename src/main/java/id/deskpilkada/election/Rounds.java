package id.deskpilkada.election;

import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Changes;
import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.audit.Audit;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves rounds through their phases. */
@Service
public class Rounds {

    private final RoundRepository repository;
    private final RoundQueries queries;
    private final RoundReadiness readiness;
    private final ObjectProvider<RoundPreparation> preparations;
    private final ApplicationEventPublisher events;
    private final Changes changes;
    private final DeskSettings settings;
    private final Audit audit;
    private final Clock clock;

    Rounds(
            RoundRepository repository,
            RoundQueries queries,
            RoundReadiness readiness,
            ObjectProvider<RoundPreparation> preparations,
            ApplicationEventPublisher events,
            Changes changes,
            DeskSettings settings,
            Audit audit,
            Clock clock) {
        this.repository = repository;
        this.queries = queries;
        this.readiness = readiness;
        this.preparations = preparations;
        this.events = events;
        this.changes = changes;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Starts a round; one that runs already is left as it is.
     *
     * @throws Problem 422 {@code ROUND_NOT_READY} with everything that is missing, 409 {@code ROUND_CLOSED}
     */
    @Transactional
    public void start(long roundId) {
        Round round = locked(roundId);
        if (round.phase() == RoundPhase.CLOSED) {
            throw Problem.conflict("ROUND_CLOSED", round.code());
        }
        if (round.started()) {
            return;
        }
        var missing = readiness.missing(ref(roundId));
        if (!missing.isEmpty()) {
            throw Problem.unprocessable("ROUND_NOT_READY", missing);
        }
        round.start(clock.instant());
        repository.flush();
        events.publishEvent(new ElectionDataChanged(ref(roundId).electionId()));
        events.publishEvent(new RoundStarted(ref(roundId)));
        announce(roundId);
    }

    /** Counting begins when the polls have closed; a second call changes nothing. */
    @Transactional
    public void beginCounting(long roundId) {
        Round round = locked(roundId);
        if (round.phase() != RoundPhase.COUNTING) {
            move(roundId, round, Round::beginCounting);
        }
    }

    @Transactional
    public void close(long roundId) {
        move(roundId, locked(roundId), Round::close);
    }

    /** Lets every feature prepare what it expects of the round. */
    @Transactional
    public void prepare(RoundRef round) {
        preparations.orderedStream().forEach(preparation -> preparation.prepare(round));
    }

    @EventListener
    void expectAddedStations(StationsAdded added) {
        List<RoundRef> running = queries.ofElection(added.electionId()).stream()
                .filter(round -> round.phase() == RoundPhase.STARTED)
                .toList();
        running.forEach(this::prepare);
    }

    private void move(long roundId, Round round, Consumer<Round> transition) {
        transition.accept(round);
        repository.flush();
        events.publishEvent(new ElectionDataChanged(ref(roundId).electionId()));
        announce(roundId);
    }

    private void announce(long roundId) {
        RoundRef round = ref(roundId);
        events.publishEvent(new RoundPhaseChanged(round));
        audit.record(
                "round.phase",
                "round/" + round.electionCode() + "/" + round.code(),
                settings.regency(),
                Map.of("phase", round.phase().name()));
        changes.announce("round", Area.digits(settings.regency()));
    }

    private Round locked(long roundId) {
        return repository
                .findLocked(roundId)
                .orElseThrow(() -> Problem.unprocessable("UNKNOWN_ROUND", Long.toString(roundId)));
    }

    private RoundRef ref(long roundId) {
        return queries.byId(roundId).orElseThrow();
    }
}
