package id.deskpilkada.readiness.screening;

import id.deskpilkada.election.Elections;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.region.Regions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a screening must be like, however it comes. */
@Component
class ScreeningRules {

    private final Clock clock;
    private final Regions regions;
    private final Elections elections;

    ScreeningRules(Clock clock, Regions regions, Elections elections) {
        this.clock = clock;
        this.regions = regions;
        this.elections = elections;
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(regions.zone()));
    }

    /** Not in the future, and not more than a year before the election. */
    boolean possible(LocalDate screenedOn, long electionId) {
        var earliest = elections.all().stream()
                .filter(election -> election.id() == electionId)
                .map(election -> election.date().minusYears(1))
                .findFirst()
                .orElse(today().minusYears(1));
        return !screenedOn.isAfter(today()) && !screenedOn.isBefore(earliest.isBefore(today()) ? earliest : today());
    }

    /** A fault of a screening as a whole, named by the field it shows at. */
    Optional<FieldProblem> fault(Screening wanted, long electionId) {
        if (!possible(wanted.screenedOn(), electionId)) {
            return Optional.of(
                    FieldProblem.field("screenedOn", wanted.screenedOn().toString(), "SCREENED_ON_RANGE"));
        }
        return wanted.followUpDone() && !wanted.atRisk()
                ? Optional.of(FieldProblem.field("followUpDone", "true", "FOLLOW_UP_WITHOUT_RISK"))
                : Optional.empty();
    }
}
