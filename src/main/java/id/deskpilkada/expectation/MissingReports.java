package id.deskpilkada.expectation;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.TpsCode;
import id.deskpilkada.expectation.ProgressQueries.MissingRow;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.notification.ReadyText;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.PhoneNumber;
import id.deskpilkada.platform.audit.Audit;
import id.deskpilkada.region.Regions;
import id.deskpilkada.staff.Person;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final SlotNames names;
    private final Messages messages;
    private final OwedBy people;
    private final ObjectProvider<CallNotes> notes;
    private final Audit audit;
    private final Clock clock;

    MissingReports(
            ProgressReports progress,
            ProgressQueries queries,
            Elections elections,
            Regions regions,
            SlotNames names,
            Messages messages,
            OwedBy people,
            ObjectProvider<CallNotes> notes,
            Audit audit,
            Clock clock) {
        this.progress = progress;
        this.queries = queries;
        this.elections = elections;
        this.regions = regions;
        this.names = names;
        this.messages = messages;
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
        var known = people.lookup();
        var rows = queries.missing(question, page, size);
        var beside = notes(round, rows, actor);
        var items = rows.stream()
                .map(row -> item(row, reporters(row, known, actor), beside.get(row.tpsCode())))
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
        var race = race(row);
        var dueAt = row.dueAt().atZoneSameInstant(regions.zone()).toOffsetDateTime();
        return new Missing(
                row.tpsCode(),
                stationName(row),
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

    /** Numbers are for who may call people. */
    private List<Reporter> reporters(MissingRow row, OwedBy.Lookup known, Actor actor) {
        boolean mayCall = actor.may(Permission.CALL_REPORTERS, row.tpsCode());
        return known.of(row.tpsCode()).stream()
                .map(person -> reporter(row, person, mayCall ? person.phone() : null))
                .toList();
    }

    private Reporter reporter(MissingRow row, Person person, @Nullable String phone) {
        var number = phone == null ? null : PhoneNumber.of(phone).orElse(null);
        if (number == null) {
            return new Reporter(person.name(), phone, null, null);
        }
        var text = ReadyText.of(
                messages.text(
                        "missing.ask",
                        person.name(),
                        names.of(ReportKind.valueOf(row.kind()), row.slot(), race(row)),
                        stationName(row) + " " + regions.name(row.villageArea())),
                number);
        return new Reporter(person.name(), number.readable(), text.call(), text.whatsApp());
    }

    private @Nullable RaceRef race(MissingRow row) {
        return row.raceId() == ExpectedReports.NO_RACE ? null : elections.race(row.raceId());
    }

    private static String stationName(MissingRow row) {
        return "TPS %03d".formatted(new TpsCode(row.tpsCode()).number());
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

    /**
     * Somebody who owes a report; the number and both links are null when it is not known or not for this reader.
     *
     * @param call opens the telephone
     * @param whatsApp opens WhatsApp with a short text to this person
     */
    public record Reporter(String name, @Nullable String phone, @Nullable String call, @Nullable String whatsApp) {}
}
