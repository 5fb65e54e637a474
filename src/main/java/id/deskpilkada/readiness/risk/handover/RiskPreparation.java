package id.deskpilkada.readiness.risk.handover;

import id.deskpilkada.election.PreparationDates;
import id.deskpilkada.election.PreparationWork;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.readiness.risk.RiskIndicator;
import id.deskpilkada.readiness.risk.RiskIndicators;
import id.deskpilkada.readiness.risk.RiskPlaces;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts one list per agency before the desk when the weeks before the day begin: everything known that this agency deals with. */
@Component
class RiskPreparation implements PreparationWork {

    private final RiskIndicators indicators;
    private final RiskPlaces places;
    private final HandoverItems items;
    private final Handovers handovers;
    private final RiskMitigationProcess process;
    private final PreparationDates dates;
    private final JdbcClient jdbc;

    RiskPreparation(
            RiskIndicators indicators,
            RiskPlaces places,
            HandoverItems items,
            Handovers handovers,
            RiskMitigationProcess process,
            PreparationDates dates,
            JdbcClient jdbc) {
        this.indicators = indicators;
        this.places = places;
        this.items = items;
        this.handovers = handovers;
        this.process = process;
        this.dates = dates;
        this.jdbc = jdbc;
    }

    @Override
    public boolean openNext(RoundRef round) {
        // What is known of places is real: agencies get it once, not with each practice.
        if (round.rehearsal() || dates.logisticsDue(round.id()).isEmpty()) {
            return false;
        }
        var waiting = indicators.owners().stream()
                .filter(owner -> !owner.equals(RiskIndicators.DESK) && !hasOne(round, owner))
                .map(this::everythingFor)
                .filter(choice -> items.waiting(round.id(), choice) > 0)
                .toList();
        waiting.stream().findFirst().ifPresent(choice -> process.open(handovers.propose(round, choice)));
        return waiting.size() > 1;
    }

    private HandoverChoice everythingFor(String owner) {
        List<String> codes = indicators.all().stream()
                .filter(indicator -> indicator.active() && indicator.owner().equals(owner))
                .map(RiskIndicator::code)
                .toList();
        return new HandoverChoice(places.installation(), codes, owner, null, null, null);
    }

    private boolean hasOne(RoundRef round, String agency) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM risk_handover WHERE round_id = ? AND agency = ?)")
                .params(round.id(), agency)
                .query(Boolean.class)
                .single();
    }
}
