package id.deskpilkada.evaluation.organiser;

import id.deskpilkada.c1.C1Times;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.evaluation.Standing;
import id.deskpilkada.expectation.ReportSums;
import id.deskpilkada.incident.ResponseFacts;
import id.deskpilkada.readiness.LogisticsFacts;
import id.deskpilkada.region.Region;
import id.deskpilkada.region.Regions;
import id.deskpilkada.tally.VerifiedShares;
import id.deskpilkada.voting.VotingConduct;
import id.deskpilkada.voting.VotingSlots;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Asks each module once for all districts. */
@Component
class EvaluationFacts {

    static final String ALL = "";

    private static final String C1 = "C1";

    private static final LocalTime CLOSED_BY = LocalTime.of(13, 0);

    private final VotingConduct voting;
    private final VotingSlots slots;
    private final LogisticsFacts logistics;
    private final VerifiedShares shares;
    private final C1Times forms;
    private final ResponseFacts responses;
    private final ReportSums reports;
    private final Elections elections;
    private final Regions regions;
    private final Standing standing;

    EvaluationFacts(
            VotingConduct voting,
            VotingSlots slots,
            LogisticsFacts logistics,
            VerifiedShares shares,
            C1Times forms,
            ResponseFacts responses,
            ReportSums reports,
            Elections elections,
            Regions regions,
            Standing standing) {
        this.voting = voting;
        this.slots = slots;
        this.logistics = logistics;
        this.shares = shares;
        this.forms = forms;
        this.responses = responses;
        this.reports = reports;
        this.elections = elections;
        this.regions = regions;
        this.standing = standing;
    }

    /** The districts by code, and the line of everything behind them. */
    List<DistrictFacts> of(RoundRef round, Region place, Instant now) {
        long id = round.id();
        var area = place.area();
        var openings = by(voting.openings(id, area, openedBy(round)), VotingConduct.Opening::place);
        var halts = by(voting.halts(id, area), VotingConduct.Halting::place);
        var turnout = by(voting.turnout(id, area), VotingConduct.Turnout::place);
        var checked = by(logistics.checked(id, area), LogisticsFacts.Checked::place);
        var missing = grouped(logistics.shortcomings(id, area, openedBy(round)), LogisticsFacts.Shortcomings::place);
        var compared = grouped(shares.of(id, area), VerifiedShares.Share::place);
        var times = by(forms.of(id, area, voting.closings(id, area), closedBy(round)), C1Times.Times::place);
        var grave = by(responses.grave(id, area), ResponseFacts.Grave::place);
        var answers = by(responses.responses(id, area, now), ResponseFacts.Response::place);
        var due = grouped(reports.due(id, area, now), ReportSums.Sum::place);
        var places = new ArrayList<>(standing.districts(round, place));
        places.add(ALL);
        return places.stream()
                .map(one -> new DistrictFacts(
                        one,
                        openings.get(one),
                        halts.get(one),
                        turnout.get(one),
                        checked.get(one),
                        missing.getOrDefault(one, List.of()),
                        compared.getOrDefault(one, List.of()),
                        times.get(one),
                        grave.get(one),
                        answers.get(one),
                        due.getOrDefault(one, List.of())))
                .toList();
    }

    Instant openedBy(RoundRef round) {
        return slots.openedBy(round);
    }

    /** When the polls close as the schedule says: when counting begins. */
    Instant closedBy(RoundRef round) {
        return elections.slots(round.id()).stream()
                .filter(slot -> slot.kind().equals(C1))
                .findFirst()
                .map(slot -> slot.opensAt())
                .orElseGet(() ->
                        round.date().atTime(CLOSED_BY).atZone(regions.zone()).toInstant());
    }

    private static <T> Map<String, T> by(List<T> facts, Function<T, String> place) {
        return facts.stream().collect(Collectors.toMap(place, fact -> fact));
    }

    private static <T> Map<String, List<T>> grouped(List<T> facts, Function<T, String> place) {
        return facts.stream().collect(Collectors.groupingBy(place));
    }
}
