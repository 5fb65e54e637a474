package id.deskpilkada.expectation;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.TpsCode;
import id.deskpilkada.expectation.ProgressQueries.MissingRow;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.audit.Audit;
import id.deskpilkada.region.Regions;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The call list: reports that have not come, with the people who owe them. */
@Service
public class MissingReports {

    private final ProgressReports progress;
    private final ProgressQueries queries;
    private final Elections elections;
    private final Regions regions;
    private final OwedBy people;
    private final ObjectProvider<CallNotes> notes;
    private final Audit audit;
    private final Clock clock;

    MissingReports(
            ProgressReports progress,
            ProgressQueries queries,
            Elections elections,
            Regions regions,
            OwedBy people,
            ObjectProvider<CallNotes> notes,
            Audit audit,
            Clock clock) {
        this.progress = progress;
        this.queries = queries;
        this.elections = elections;
        this.regions = regions;
        this.people = people;
        this.notes = notes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One page of what is missing in a place, those due first at the top.
     *
     * @param page from 0
     * @throws id.deskpilkada.platform.Problem 403 {@code OUTSIDE_SCOPE}, 404 {@code UNKNOWN_REGION}
     */
    @Transactional
    public Page of(
            RoundRef round,
            ReportKind kind,
            @Nullable String slot,
            @Nullable RaceRef race,
            String region,
            int page,
            int size,
            Actor actor) {
        var question = progress.question(round, kind, slot, race, region, actor);
        Function<String, List<Reporter>> reporters = remembering(actor);
        var rows = queries.missing(question, page, size);
        var beside = notes(round, rows, actor);
        var items = rows.stream()
                .map(row -> item(row, reporters.apply(row.tpsCode()), beside.get(row.tpsCode())))
                .toList();
        if (items.stream().anyMatch(Missing::namesNumbers)) {
            audit.record("call-list.viewed", kind.name(), region, Map.of("page", Integer.toString(page)));
        }
        return new Page(queries.missing(question), page, size, items);
    }

    /** Notes name people and their numbers: they are for who may call them. */
    private Map<String, String> notes(RoundRef round, List<MissingRow> rows, Actor actor) {
        var shown = rows.stream()
                .map(MissingRow::tpsCode)
                .filter(tps -> actor.may(Permission.CALL_REPORTERS, tps))
                .collect(Collectors.toSet());
        var found = new HashMap<String, String>();
        if (!shown.isEmpty()) {
            notes.orderedStream().forEach(feature -> feature.notes(round.id(), shown)
                    .forEach((tps, note) -> found.merge(tps, note, (one, other) -> one + " · " + other)));
        }
        return found;
    }

    private Missing item(MissingRow row, List<Reporter> reporters, @Nullable String note) {
        var race = row.raceId() == ExpectedReports.NO_RACE ? null : elections.race(row.raceId());
        var dueAt = row.dueAt().atZoneSameInstant(regions.zone()).toOffsetDateTime();
        return new Missing(
                row.tpsCode(),
                "TPS %03d".formatted(new TpsCode(row.tpsCode()).number()),
                Area.dotted(row.villageArea()),
                regions.name(row.villageArea()),
                regions.name(row.districtArea()),
                race == null ? null : race.code(),
                race == null ? null : race.name(),
                row.slot(),
                dueAt,
                row.dueAt().toInstant().isBefore(clock.instant()),
                reporters,
                note);
    }

    private Function<String, List<Reporter>> remembering(Actor actor) {
        var known = people.lookup();
        return tps -> known.of(tps).stream()
                .map(person ->
                        new Reporter(person.name(), actor.may(Permission.CALL_REPORTERS, tps) ? person.phone() : null))
                .toList();
    }

    /** A page of the call list; {@code page} counts from 0. */
    public record Page(int total, int page, int size, List<Missing> items) {}

    /** A report that has not come; race and its name are null where the kind knows no race, and the note where nobody wrote one or the reader may not call people. */
    public record Missing(
            String tps,
            String tpsName,
            String village,
            String villageName,
            String districtName,
            @Nullable String race,
            @Nullable String raceName,
            String slot,
            OffsetDateTime dueAt,
            boolean overdue,
            List<Reporter> reporters,
            @Nullable String note) {

        boolean namesNumbers() {
            return note != null || reporters.stream().anyMatch(reporter -> reporter.phone() != null);
        }
    }

    /** Somebody who owes a report; the number is null when it is not known or not for this reader. */
    public record Reporter(String name, @Nullable String phone) {}
}
