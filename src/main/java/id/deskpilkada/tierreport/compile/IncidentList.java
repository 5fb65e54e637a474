package id.deskpilkada.tierreport.compile;

import id.deskpilkada.incident.IncidentFacts;
import id.deskpilkada.incident.IncidentPlaces;
import id.deskpilkada.region.Regions;
import id.deskpilkada.tierreport.compile.Snapshot.Incident;
import id.deskpilkada.tierreport.compile.Snapshot.Incidents;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Incidents of an area with their times, without what was written about them. */
@Component
class IncidentList {

    private final IncidentFacts facts;
    private final IncidentPlaces places;
    private final Regions regions;

    IncidentList(IncidentFacts facts, IncidentPlaces places, Regions regions) {
        this.facts = facts;
        this.places = places;
        this.regions = regions;
    }

    Incidents of(long roundId, String area) {
        return counted(facts.of(roundId, area).stream().map(this::incident).toList());
    }

    /** Those that are about the area as a whole, not about a place in it. */
    List<Incident> ofTheWhole(long roundId, String area) {
        return facts.of(roundId, area).stream()
                .filter(fact -> fact.area().equals(area))
                .map(this::incident)
                .toList();
    }

    static Incidents counted(Collection<Incident> list) {
        int closed = (int) list.stream().filter(one -> one.endedAt() != null).count();
        return new Incidents(
                list.size() - closed,
                closed,
                (int) list.stream().filter(Incident::votingHalted).count(),
                list.stream()
                        .map(Incident::hurt)
                        .filter(Objects::nonNull)
                        .mapToInt(Integer::intValue)
                        .sum(),
                List.copyOf(list));
    }

    private Incident incident(IncidentFacts.Fact fact) {
        return new Incident(
                fact.number(),
                fact.category().name(),
                fact.severity(),
                fact.state().name(),
                places.name(fact.area()),
                fact.votingHalted(),
                fact.hurtCount(),
                Objects.requireNonNull(local(fact.observedAt())),
                Objects.requireNonNull(local(fact.reportedAt())),
                local(fact.acknowledgedAt()),
                local(fact.endedAt()));
    }

    private @Nullable OffsetDateTime local(@Nullable OffsetDateTime at) {
        return at == null ? null : at.atZoneSameInstant(regions.zone()).toOffsetDateTime();
    }
}
