package id.deskpilkada.evaluation.organiser;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.evaluation.Report;
import id.deskpilkada.evaluation.Standing;
import id.deskpilkada.evaluation.Table;
import id.deskpilkada.evaluation.Words;
import id.deskpilkada.expectation.ReportSums;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.readiness.LogisticsFacts;
import id.deskpilkada.region.Region;
import id.deskpilkada.staff.directory.Agencies;
import id.deskpilkada.staff.directory.Agency;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The evaluation of the organisers, as far as whoever asks may read it. */
@Component
class Evaluations {

    private static final String CAMAT = "camat";

    private static final int DISTRICT = 6;

    private final EvaluationFacts facts;
    private final Elections elections;
    private final Standing standing;
    private final VoteSight votes;
    private final Agencies agencies;
    private final Clock clock;

    Evaluations(
            EvaluationFacts facts,
            Elections elections,
            Standing standing,
            VoteSight votes,
            Agencies agencies,
            Clock clock) {
        this.facts = facts;
        this.elections = elections;
        this.standing = standing;
        this.votes = votes;
        this.agencies = agencies;
        this.clock = clock;
    }

    /** Where the reader may see it. @throws id.deskpilkada.platform.Problem 403 {@code FORBIDDEN}, {@code OUTSIDE_SCOPE}; 404 {@code UNKNOWN_REGION} */
    Region place(Standing.Asked asked, Actor reader) {
        return standing.place(asked, Permission.READ_EVALUATION, reader);
    }

    @Transactional(readOnly = true)
    public Report of(RoundRef round, Region place, Actor reader, Words words) {
        var now = clock.instant();
        var found = facts.of(round, place, now);
        var tables = new EvaluationTables(
                found,
                words,
                standing,
                words.text("evaluation.sum", place.name()),
                words.clock(facts.openedBy(round)),
                words.clock(facts.closedBy(round)));
        boolean withVotes = votes.of(reader, place);
        var notes = new ArrayList<String>();
        notes.add(words.text("evaluation.note.dash"));
        notes.add(words.text("evaluation.note.nobody"));
        if (!withVotes) {
            notes.add(words.text("evaluation.note.withheld"));
        }
        return new Report(
                words.text("evaluation.title"),
                round,
                place,
                Standing.provisional(round),
                now,
                notes,
                all(tables, found, round, place, withVotes));
    }

    private List<Table> all(
            EvaluationTables tables, List<DistrictFacts> found, RoundRef round, Region place, boolean withVotes) {
        var all = new ArrayList<Table>();
        for (var topic : Topic.values()) {
            all.add(tables.of(topic));
            if (topic == Topic.LOGISTICS) {
                addOwners(all, tables, found, place);
            }
            if (topic == Topic.TURNOUT && withVotes) {
                addRaces(all, tables, round, place);
            }
        }
        var kinds = found.stream()
                .flatMap(one -> one.reports().stream())
                .map(ReportSums.Sum::kind)
                .distinct()
                .sorted()
                .toList();
        if (!kinds.isEmpty()) {
            all.add(tables.missing(kinds));
        }
        return all;
    }

    private void addOwners(List<Table> all, EvaluationTables tables, List<DistrictFacts> found, Region place) {
        var owners = found.stream()
                .flatMap(one -> one.shortcomings().stream())
                .map(LogisticsFacts.Shortcomings::owner)
                .distinct()
                .sorted()
                .toList();
        if (!owners.isEmpty()) {
            var names = names(owners, place);
            all.add(tables.owners(owners, names, false));
            all.add(tables.owners(owners, names, true));
        }
    }

    private Map<String, String> names(List<String> owners, Region place) {
        var known = agencies.all(place.code()).stream().collect(Collectors.toMap(Agency::code, Agency::name));
        return owners.stream()
                .collect(Collectors.toMap(
                        owner -> owner,
                        owner -> owner.equals(CAMAT)
                                ? "Camat"
                                : owner.isEmpty() ? "–" : known.getOrDefault(owner, owner.toUpperCase(Locale.ROOT))));
    }

    private void addRaces(List<Table> all, EvaluationTables tables, RoundRef round, Region place) {
        for (RaceRef race : elections.races(round.electionId())) {
            var expected = elections.expected(round, race, place.area(), DISTRICT);
            if (!expected.isEmpty()) {
                all.add(tables.race(race, expected));
            }
        }
    }
}
