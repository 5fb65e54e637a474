package id.deskpilkada.incident;

import id.deskpilkada.platform.Changes;
import id.deskpilkada.platform.Scope;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes incidents up, from wherever they are told. Somebody has a task for each from the moment at which it is stored. */
@Service
public class Incidents {

    /** Topic of the hints to open pages. */
    public static final String TOPIC = "incident";

    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private final IncidentRows rows;
    private final Duplicates duplicates;
    private final Assessment assessment;
    private final ResponseTargets targets;
    private final IncidentPlaces places;
    private final IncidentPeople people;
    private final IncidentEscalationProcess process;
    private final AssignedAgencies agencies;
    private final HaltedVotes haltedVotes;
    private final Timeline timeline;
    private final Changes changes;
    private final Clock clock;

    Incidents(
            IncidentRows rows,
            Duplicates duplicates,
            Assessment assessment,
            ResponseTargets targets,
            IncidentPlaces places,
            IncidentPeople people,
            IncidentEscalationProcess process,
            AssignedAgencies agencies,
            HaltedVotes haltedVotes,
            Timeline timeline,
            Changes changes,
            Clock clock) {
        this.rows = rows;
        this.duplicates = duplicates;
        this.assessment = assessment;
        this.targets = targets;
        this.places = places;
        this.people = people;
        this.process = process;
        this.agencies = agencies;
        this.haltedVotes = haltedVotes;
        this.timeline = timeline;
        this.changes = changes;
        this.clock = clock;
    }

    /** How a report ended: a new incident, one that was told by this very report before, or one that the same person has told in the same words just now. */
    public record Raised(Incident incident, End end) {

        public enum End {
            NEW,
            KNOWN,
            REPEATED
        }
    }

    /** In the caller's transaction. Life in danger: agencies are sent in it too, before anybody has looked. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Raised raise(IncidentDraft draft) {
        return Scope.system("incident", () -> {
            haltedVotes.await(draft);
            duplicates.hold(draft);
            return rows.ofSource(draft.sourceId())
                    .map(known -> new Raised(rows.get(known), Raised.End.KNOWN))
                    .orElseGet(() -> repeatedOrNew(draft));
        });
    }

    /**
     * More of what somebody has told before: words, photos. Whatever has become of the incident, they are kept with it. In the caller's transaction.
     *
     * @param before the earlier report
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Incident add(UUID before, IncidentDraft draft) {
        return Scope.system("incident", () -> {
            duplicates.hold(draft);
            var known = rows.ofSource(draft.sourceId());
            var incident = rows.get(known.or(() -> rows.ofSource(before)).orElseThrow());
            if (known.isEmpty()) {
                rows.report(incident.id(), draft);
                timeline.write(incident.id(), null, "ADDED", null, draft.source(), draft.caller(), null);
                changes.announce(TOPIC, incident.area());
            }
            return incident;
        });
    }

    /** Who says it again and adds that somebody needs an ambulance does not repeat. */
    private Raised repeatedOrNew(IncidentDraft draft) {
        int severity = assessment.severity(draft);
        var repeated = duplicates
                .repeatedBy(draft, clock.instant())
                .filter(known -> severity <= known.severity()
                        && (known.votingHalted() || !draft.what().votingHalted()));
        if (repeated.isPresent()) {
            rows.report(repeated.get().id(), draft);
            timeline.tell(repeated.get().id(), "REPEATED", null);
            return new Raised(repeated.get(), Raised.End.REPEATED);
        }
        return new Raised(taken(draft, severity), Raised.End.NEW);
    }

    private Incident taken(IncidentDraft draft, int severity) {
        var station = places.station(draft.roundId(), draft.tps());
        var told = draft.location();
        boolean doubtful = told != null && places.doubtful(told, station);
        var at = told != null && !doubtful ? told : station.orElse(told);
        var id = rows.insert(sound(draft), severity, targets.triageBy(severity, clock.instant()), at, doubtful);
        rows.report(id, draft);
        var incident = rows.get(id);
        timeline.write(id, null, "REPORTED", null, draft.source(), draft.caller(), null);
        process.start(incident);
        if (incident.isLifeInDanger()) {
            agencies.send(incident, agencies.proposed(incident));
        }
        people.tellGrave(incident);
        if (incident.votingHalted()) {
            process.halted(incident);
            haltedVotes.raised(incident);
        }
        changes.announce(TOPIC, incident.area());
        return rows.get(id);
    }

    private IncidentDraft sound(IncidentDraft draft) {
        return draft.observedAt().isAfter(clock.instant().plus(CLOCKS_APART)) ? draft.seenWhenTold() : draft;
    }
}
