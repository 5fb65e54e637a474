package id.deskpilkada.readiness.risk.handover;

import id.deskpilkada.election.Elections;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.readiness.risk.RiskIndicators;
import id.deskpilkada.readiness.risk.RiskPlaces;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Handing a list over without the Tasklist, from a page or a program, and saving measures part by part. */
@Service
@Transactional
public class HandoverDesk {

    private final Handovers handovers;
    private final HandoverItems items;
    private final HandoverReading reading;
    private final RiskMitigationProcess process;
    private final RiskIndicators indicators;
    private final RiskPlaces places;
    private final Elections elections;

    HandoverDesk(
            Handovers handovers,
            HandoverItems items,
            HandoverReading reading,
            RiskMitigationProcess process,
            RiskIndicators indicators,
            RiskPlaces places,
            Elections elections) {
        this.handovers = handovers;
        this.items = items;
        this.reading = reading;
        this.process = process;
        this.indicators = indicators;
        this.places = places;
        this.elections = elections;
    }

    /** How many rows such a list would have. */
    public int count(
            String agency,
            List<String> codes,
            String region,
            @Nullable String election,
            @Nullable String round,
            Actor actor) {
        var choice = choice(new HandoverChoice.Given(agency, codes, region, null, null, null), actor);
        return items.waiting(elections.round(election, round).id(), choice);
    }

    /**
     * Opens the case and sends the list at once.
     *
     * @return the list's id
     * @throws Problem 422 {@code HANDOVER_EMPTY} when nothing of the choice waits for this agency
     */
    public long hand(HandoverChoice.Given given, @Nullable String election, @Nullable String round, Actor actor) {
        var choice = choice(given, actor);
        var list = handovers.propose(elections.round(election, round), choice);
        process.open(list);
        process.complete(process.task(list, RiskMitigationProcess.SUBMIT).orElseThrow());
        return list.id();
    }

    public void save(long id, List<Measures.Given> measures, Actor actor) {
        var list = reading.readable(id, actor);
        if (!reading.mayAct(list, actor)) {
            throw Problem.forbidden("OUTSIDE_SCOPE", list.area());
        }
        handovers.save(id, measures, actor);
    }

    private HandoverChoice choice(HandoverChoice.Given given, Actor actor) {
        var choice = given.checked(indicators, places.installation());
        actor.require(Permission.HAND_OVER_RISKS, choice.area());
        return choice;
    }
}
